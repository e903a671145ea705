import { readFileSync } from 'node:fs';
import type sharpService from 'astro/assets/services/sharp';
import type { AttachedFile } from '../articles/attached-files.ts';
import { pictureCopies } from '../articles/picture-copies.ts';
import type { SiteFile } from './site-file.ts';

/** The smaller copies of a picture, made by Astro's image service; empty for files that don't get any. */
export async function pictureFiles(path: string, attached: AttachedFile): Promise<SiteFile[]> {
  if (pictureCopies(attached.name, 1).length === 0) return [];
  const { default: sharp } = await import('sharp');
  const { autoOrient } = await sharp(attached.file).metadata();
  return pictureCopies(attached.name, autoOrient.width).map(({ name, width }) => ({
    path: `${path}${name}`,
    of: [attached, width],
    type: 'image/webp',
    content: () => scaled(attached.file, width),
  }));
}

async function scaled(file: string, width: number): Promise<Uint8Array> {
  const { default: service } = await import('astro/assets/services/sharp');
  const { data } = await service.transform(readFileSync(file), { src: file, width, format: 'webp' }, IMAGES, {
    warn: console.warn,
  } as Logger);
  return data;
}

type Transform = Parameters<typeof sharpService.transform>;
type Logger = Transform[3];

/** The configuration that Astro's service expects: all defaults. */
const IMAGES = {
  service: { entrypoint: 'astro/assets/services/sharp', config: {} },
  domains: [],
  remotePatterns: [],
} as unknown as Transform[2];
