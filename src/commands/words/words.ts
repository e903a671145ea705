/** Reads a table of words separated by spaces and newlines. */
export function words(table: string): ReadonlySet<string> {
  return new Set(table.split(/\s+/).filter((word) => word !== ''));
}
