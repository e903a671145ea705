/** What is too much: pixels of one side of a picture that is shown, and bytes. */
export const LIMITS = {
  pixels: 4096,
  /** A picture; the page gets a smaller copy, but the largest is near it. */
  picture: 1_000_000,
  /** Anything else that a reader can load. */
  file: 20_000_000,
} as const;

/** `1500000` → `1,500 kB` */
export function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;
}
