/** A file of the site that is no page. */
export interface SiteFile {
  /** From the site's root, as a file is named: not encoded. */
  path: string;
  /** Whatever its content depends on beside the site's settings; `digestOf` it tells whether it must be made again. */
  of: unknown;
  /** Its media type, for the dev server. */
  type: string;
  content: () => string | Uint8Array | Promise<string | Uint8Array>;
}
