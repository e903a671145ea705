import type { Card } from './card.ts';
import type { Article } from '../../articles/articles.ts';
import { site, t } from '../../articles/site.ts';

/** The texts on an article's card. */
export function articleCard({ title, kind, tags }: Article): Card {
  return { site: site.title, label: t.kind[kind], title, tags: tags.map(({ label }) => label) };
}

/** The texts on the card of all other pages. */
export function siteCard(): Card {
  return { site: site.title, label: '', title: site.description, tags: [] };
}
