import {
  ownText,
  type Shown,
  type ShownArticle,
  type ShownCommand,
  type ShownListing,
} from '../index/shown.ts';
import type { Fragment } from './client.ts';
import { folded } from './folded.ts';

/** An article in the results. */
export interface FoundArticle extends ShownArticle {
  /** URL path from the site's root. */
  path: string;
  title: string;
}

/** A part of an article that can be a result: a command, a listing or a section. */
export interface Unit {
  article: FoundArticle;
  /** Its anchor; empty above the first heading. */
  id: string;
  /** The heading above it. */
  heading: string;
  /** Undefined for a section, which only shows its text. */
  shown: ShownCommand | ShownListing | undefined;
  text: string;
  /** What is compared with a query, and its folded form for ignoring case. */
  compared: string;
  folded: string;
}

/**
 * Splits what Pagefind stores for a page into units, which are judged one by one: a long article is no answer just
 * because the words are scattered over it.
 */
export function unitsOf({ url, raw_url, content, meta, anchors }: Fragment): Unit[] {
  const title = meta['title'] ?? '';
  const about = anchors.map(shownOf).find((shown) => shown?.type === 'article');
  if (about === undefined) return [];
  const article: FoundArticle = { ...about, path: raw_url ?? url, title };
  const facts = [about.kind, ...about.tags.map(([, label]) => label), meta['facts'] ?? ''].join(' ');
  const words = content.split(' ');
  const units: Unit[] = [];
  let heading = '';
  const marks = anchors.toSorted((a, b) => a.location - b.location);
  marks.forEach((anchor, at) => {
    const shown = shownOf(anchor);
    if (shown === undefined || shown.type === 'article') {
      const text = words.slice(anchor.location, marks[at + 1]?.location).join(' ');
      const isSection = shown === undefined;
      heading = isSection ? anchor.text : '';
      const own = { article, id: isSection ? anchor.id : '', heading, shown: undefined, text };
      units.push({ ...own, ...comparable(`${text} ${title} ${facts}`) });
    } else {
      const text = ownText(shown);
      const user = shown.type === 'command' ? shown.user : '';
      const all = [text, shown.about, heading, title, ...shown.hosts, user].join(' ');
      units.push({ article, id: anchor.id, heading, shown, text, ...comparable(all) });
    }
  });
  return units;
}

function comparable(text: string): Pick<Unit, 'compared' | 'folded'> {
  const compared = text.replace(/\s+/g, ' ');
  return { compared, folded: folded(compared) };
}

/** Only our own elements have a title. */
function shownOf({ title }: Fragment['anchors'][number]): Shown | undefined {
  return title === undefined ? undefined : (JSON.parse(title) as Shown);
}
