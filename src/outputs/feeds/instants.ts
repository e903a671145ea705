/** Formats an instant as RFC 3339, in UTC and without needless digits: `2010-05-28T00:34:10Z`. */
export function instant(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}
