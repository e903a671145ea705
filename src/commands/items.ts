/** Reads a table of items separated by ` · `, which may go over several lines: `ls · ls -l` → `ls`, `ls -l`. */
export function items(table: string): string[] {
  return table.trim().split(/\s+·\s+/);
}
