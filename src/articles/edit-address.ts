import { relative, sep } from 'node:path';
import { contentFolder } from '../content/content-folder.ts';
import { site } from './site.ts';

/** Where a file of the content can be edited, by the site's `editUrl`; undefined where it has none. */
export function editAddress(file: string, editUrl: string | undefined = site.editUrl): string | undefined {
  if (editUrl === undefined) return undefined;
  const path = relative(contentFolder(), file).split(sep).map(encodeURIComponent).join('/');
  return `${editUrl.replace(/\/$/, '')}/${path}`;
}
