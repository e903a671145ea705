import type { Article } from '../../articles/articles.ts';
import { site, t } from '../../articles/site.ts';

/** The texts on a card. */
export interface Card {
  /** The site's name. */
  site: string;
  /** E.g. the kind of article; empty for none. */
  label: string;
  title: string;
  tags: readonly string[];
}

/** The size that social networks ask for, in pixels. */
export const CARD_SIZE = { width: 1200, height: 630 };

/** The texts on an article's card. */
export function articleCard({ title, kind, tags }: Article): Card {
  return { site: site.title, label: t.kind[kind], title, tags: tags.map(({ label }) => label) };
}

/** The texts on the card of all other pages. */
export function siteCard(): Card {
  return { site: site.title, label: '', title: site.description, tags: [] };
}
