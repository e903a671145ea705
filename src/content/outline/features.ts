import type { Features } from 'satteri';

/**
 * Our Markdown beyond CommonMark: GitHub's tables, footnotes and strikethrough; frontmatter; curly quotes. Dashes stay as typed,
 * because a `--force` in prose must not become a dash.
 */
export const features: Features = {
  gfm: true,
  frontmatter: true,
  smartPunctuation: { quotes: true, ellipses: true, dashes: false },
};

/** Comments have no footnotes: their anchors would clash with those of other comments. */
export const commentFeatures: Features = { ...features, gfm: { footnotes: false }, frontmatter: false };

/** The same for pages, with the footnote labels in the site's language. */
export function textFeatures(t: { footnotes: string; backToReference: string }): Features {
  return { ...features, gfm: { footnotes: { label: t.footnotes, backLabel: t.backToReference } } };
}
