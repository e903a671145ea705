/** A table of words as it is written, blanks and lines between them → the same to be asked. */
export function words(table: string): ReadonlySet<string> {
  return new Set(table.split(/\s+/).filter((word) => word !== ''));
}
