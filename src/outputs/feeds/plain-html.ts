/** Whether a feed reader that expects HTML would misread a text: `<b>` and `&lt;`, but not `]]>`. */
export function looksLikeHtml(text: string): boolean {
  return /<[a-z/!?]|&(?:#|[a-z])/i.test(text);
}

/** A plain text as HTML: `a < b` → `a &lt; b`. */
export function asHtml(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
