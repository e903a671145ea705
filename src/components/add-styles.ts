/** Adds styles for something that a page loads later. They arrive with its script, so no page pays for them up front. */
export function addStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
