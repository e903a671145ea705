/** A text for comparing: lower case, without accents, ё as е. It stays as long as it was, so that offsets are those of the text. */
export function folded(text: string): string {
  return text.replace(/[A-Z]+|[^\0-\x7F]/gu, (part) => {
    const plain = part
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    return plain.length === part.length ? plain : part;
  });
}
