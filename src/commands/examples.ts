/** Reads a table of commands separated by ` · `, which may go over several lines: `ls · ls -l` → `ls`, `ls -l`. */
export function examples(table: string): string[] {
  return table.trim().split(/\s+·\s+/);
}
