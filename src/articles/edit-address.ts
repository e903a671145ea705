import { relative, sep } from 'node:path';
import { contentFolder } from '../content/content-folder.ts';
import { site } from './site.ts';

/** The URL where a content file can be edited, from the site's `editUrl`; undefined if the site has none. */
export function editAddress(file: string): string | undefined {
  if (site.editUrl === undefined) return undefined;
  const path = relative(contentFolder(), file).split(sep).map(encodeURIComponent).join('/');
  return `${site.editUrl.replace(/\/$/, '')}/${path}`;
}
