import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { cardSvg, type Card } from './card.ts';

/** Cards that were drawn before, by what is on them: drawing takes thirty times as long as reading. */
const CACHE = join('node_modules', '.cache', 'opsnotes', 'cards');

/** What a picture depends on beside its SVG. */
const DRAWN_WITH = `${sharp.versions.sharp} ${sharp.versions.vips} ${sharp.versions.rsvg ?? ''}`;

/** Few colours are enough for text, and make a fourth of the bytes. */
const PNG = { palette: true, colours: 16, dither: 0, effort: 1, compressionLevel: 9 };

/** A card as PNG; the same bytes for the same card. */
export async function cardPicture(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const svg = cardSvg(card);
  const file = join(CACHE, `${digest(svg)}.png`);
  const known = await readFile(file).catch(() => undefined);
  if (known !== undefined) return new Uint8Array(known);
  const drawn = await sharp(Buffer.from(svg)).png(PNG).toBuffer();
  await keep(file, drawn);
  return new Uint8Array(drawn);
}

/** Draws the cards that aren't known yet, on all cores, so that asking for one after the other needn't wait. */
export async function drawCards(cards: readonly Card[]): Promise<void> {
  const waiting = [...cards];
  const worker = async (): Promise<void> => {
    for (let card = waiting.pop(); card !== undefined; card = waiting.pop()) await cardPicture(card);
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker));
}

/** Whole or not at all, for several builds may run at a time. */
async function keep(file: string, content: Uint8Array): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, content);
  await rename(fresh, file);
}

function digest(svg: string): string {
  return createHash('sha256').update(DRAWN_WITH).update(JSON.stringify(PNG)).update(svg).digest('hex');
}
