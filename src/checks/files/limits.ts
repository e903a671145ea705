/** Limits: in pixels for each side of a picture shown in a page, in bytes for files. */
export const LIMITS = {
  pixels: 4096,
  /** A picture. Pages show a smaller copy, but the largest copy is nearly this size. */
  picture: 1_000_000,
  /** Any other file that readers can load. */
  file: 20_000_000,
} as const;

/** `1500000` → `1,500 kB` */
export function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;
}
