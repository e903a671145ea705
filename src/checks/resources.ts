import { readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import type { Content, MdxEntry } from '../content/read-content.ts';
import { isFile, linkTarget } from '../content/outline/links.ts';
import { publicFile } from '../content/outline/public-files.ts';
import type { Fault } from '../content/fault.ts';
import { didYouMean } from '../content/nearest.ts';
import { stringAt } from './raw.ts';

/** Every picture and data file must be next to its article or in `public/`; nothing may be loaded from another host. */
export function resourceFaults(content: Content): Fault[] {
  return [...content.articles, ...content.pages].flatMap((entry) => [
    ...(entry.outline?.resources ?? []).flatMap(({ text, line }) => resourceFault(entry.file, text, line)),
    ...dataFault(entry),
  ]);
}

/** Reports an address that a browser would load, if something is wrong with it. */
function resourceFault(file: string, address: string, line: number): Fault[] {
  const target = linkTarget(address, file);
  if (target.to === 'file') return isFile(target.file) ? [] : [missing(file, address, line, target.file)];
  if (target.to === 'path')
    return publicFile(target.path) === undefined
      ? [missing(file, address, line, join('public', target.path))]
      : [];
  const message = `Unexpected address \`${address}\` of a picture, frame or script, expected a file next to the article.`;
  const hint = 'Pages load nothing from other hosts: keep a copy next to the article, or link to it.';
  return [{ file, line, code: 'remote-resource', message, hint }];
}

function dataFault(entry: MdxEntry<unknown>): Fault[] {
  const data = stringAt(entry.raw, 'data');
  if (data === undefined) return [];
  const file = join(dirname(entry.file), data);
  return isFile(file) ? [] : [missing(entry.file, data, entry.lineOf(['data']), file)];
}

/** The fault for a missing file, with the most similar name next to the text. */
export function missing(file: string, address: string, line: number, wanted: string): Fault {
  const folder = dirname(wanted);
  const place = isAbsolute(wanted) ? relative(dirname(file), folder) : folder;
  const hint = didYouMean(basename(wanted), namesIn(folder));
  const message = `Unexpected \`${address}\`, expected a file that exists${place === '' ? '' : ` in \`${place}\``}.`;
  return { file, line, code: 'missing-file', message, hint };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
