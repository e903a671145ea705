/**
 * Folds a text for comparing: lower case, no accents, ё as е. Its length stays the same, so offsets fit the original
 * text.
 */
export function folded(text: string): string {
  return text.replace(/[A-Z]+|[^\0-\x7F]/gu, (part) => {
    const plain = part
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    return plain.length === part.length ? plain : part;
  });
}
