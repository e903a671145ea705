import { readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import type { Content, MdxEntry } from '../content/read-content.ts';
import { isFile, linkTarget } from '../content/outline/links.ts';
import { publicFile } from '../content/outline/public-files.ts';
import type { Fault } from '../content/fault.ts';
import { didYouMean } from '../content/nearest.ts';
import { stringAt } from './raw.ts';

/** Every picture and data file must lie beside its article or in `public/`; nothing may come from another host. */
export function resourceFaults(content: Content): Fault[] {
  return [...content.articles, ...content.pages].flatMap((entry) => [
    ...(entry.outline?.resources ?? []).flatMap(({ text, line }) => resourceFault(entry.file, text, line)),
    ...dataFault(entry),
  ]);
}

/** What is wrong with an address that a browser fetches by itself, if anything. */
export function resourceFault(file: string, address: string, line: number): Fault[] {
  const target = linkTarget(address, file);
  if (target.to === 'file') return isFile(target.file) ? [] : [missing(file, address, line, target.file)];
  if (target.to === 'path')
    return publicFile(target.path) === undefined
      ? [missing(file, address, line, join('public', target.path))]
      : [];
  const message = `Unexpected address \`${address}\` of a picture, frame or script, expected a file beside the article.`;
  const hint =
    'A page of ours asks no other host for anything: keep a copy beside the article, or link to it.';
  return [{ file, line, code: 'remote-resource', message, hint }];
}

function dataFault(entry: MdxEntry<unknown>): Fault[] {
  const data = stringAt(entry.raw, 'data');
  if (data === undefined) return [];
  const file = join(dirname(entry.file), data);
  return isFile(file) ? [] : [missing(entry.file, data, entry.lineOf(['data']), file)];
}

/** The fault of a text in `file` that asks for a file which is not there, and the name beside that which comes nearest. */
export function missing(file: string, address: string, line: number, wanted: string): Fault {
  const folder = dirname(wanted);
  const place = isAbsolute(wanted) ? relative(dirname(file), folder) : folder;
  const hint = didYouMean(basename(wanted), namesIn(folder));
  const message = `Unexpected \`${address}\`, expected a file that is there${place === '' ? '' : ` in \`${place}\``}.`;
  return { file, line, code: 'missing-file', message, hint };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
