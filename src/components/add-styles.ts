/** Adds the styles of what a page loads later; they come with its script, so that no page pays for them ahead. */
export function addStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
