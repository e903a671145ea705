/** A file of the site other than a page. */
export interface SiteFile {
  /** Path from the site's root, as the file is named: not encoded. */
  path: string;
  /** Everything its content depends on apart from the site's settings; its digest tells whether the file must be made again. */
  of: unknown;
  /** Its media type, for the dev server. */
  type: string;
  content: () => string | Uint8Array | Promise<string | Uint8Array>;
}

/** A file that is made of nothing but a text. */
export function textFile(path: string, type: string, text: string): SiteFile {
  return { path, of: text, type: `${type}; charset=utf-8`, content: () => text };
}
