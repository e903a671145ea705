/** Reads a table of items separated by ` · `, which may go over several lines: `ls · ls -l` → `ls`, `ls -l`. */
export function items(table: string): string[] {
  return table.trim().split(/\s+·\s+/);
}

/** Reads a table of words separated by spaces and newlines. */
export function words(table: string): ReadonlySet<string> {
  return new Set(table.split(/\s+/).filter((word) => word !== ''));
}
