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

/** What a comment's Markdown knows: no footnotes, for their anchors would be those of other comments too. */
export const commentFeatures: Features = { ...features, gfm: { footnotes: false }, frontmatter: false };
