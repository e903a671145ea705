import type { Features } from 'satteri';

/**
 * What our Markdown knows beside CommonMark: GitHub's tables, footnotes and strikethrough; frontmatter; curly quotes.
 * Dashes stay as typed, because a `--force` in prose must not become a dash.
 */
export const features: Features = {
  gfm: true,
  frontmatter: true,
  smartPunctuation: { quotes: true, ellipses: true, dashes: false },
};
