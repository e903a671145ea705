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

/** The same for pages, with what footnotes say in the site's language. */
export function textFeatures(t: { footnotes: string; backToReference: string }): Features {
  return { ...features, gfm: { footnotes: { label: t.footnotes, backLabel: t.backToReference } } };
}
