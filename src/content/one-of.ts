/** Whether a text is in a closed set. */
export function isOneOf<T extends string>(set: readonly T[], text: string): text is T {
  return (set as readonly string[]).includes(text);
}
