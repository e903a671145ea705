import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Content, MdxEntry } from '../loaders/read-content.ts';
import { isFile, linkTarget } from '../markdown/links.ts';
import type { Fault } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { stringAt } from './raw.ts';

/** Every picture and data file must lie beside its article; nothing may come from another host. */
export function resourceFaults(content: Content): Fault[] {
  return [...content.articles, ...content.pages].flatMap((entry) => [
    ...(entry.outline?.resources ?? []).flatMap(({ text, line }) => resourceFault(entry, text, line)),
    ...dataFault(entry),
  ]);
}

function resourceFault(entry: MdxEntry<unknown>, address: string, line: number): Fault[] {
  const target = linkTarget(address, entry.file);
  if (target.to === 'file') return isFile(target.file) ? [] : [missing(entry, address, line, target.file)];
  if (target.to === 'path') return [];
  const message = `Unexpected address \`${address}\` of a picture, frame or script, expected a file beside the article.`;
  const hint =
    'A page of ours asks no other host for anything: keep a copy beside the article, or link to it.';
  return [{ file: entry.file, line, code: 'remote-resource', message, hint }];
}

function dataFault(entry: MdxEntry<unknown>): Fault[] {
  const data = stringAt(entry.raw, 'data');
  if (data === undefined) return [];
  const file = join(dirname(entry.file), data);
  return isFile(file) ? [] : [missing(entry, data, entry.lineOf(['data']), file)];
}

/** A file that is not there, and the name beside it that comes nearest. */
export function missing(entry: MdxEntry<unknown>, address: string, line: number, file: string): Fault {
  const folder = dirname(file);
  const place = relative(dirname(entry.file), folder);
  const hint = didYouMean(file.slice(folder.length + 1), namesIn(folder));
  const message = `Unexpected \`${address}\`, expected a file that is there${place === '' ? '' : ` in \`${place}\``}.`;
  return { file: entry.file, line, code: 'missing-file', message, hint };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
