/** Formats a number with its noun, for what commands print: `1 article`, `10,000 articles`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
