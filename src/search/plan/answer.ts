import type { Judged } from './judge.ts';
import type { Choices } from './pages.ts';
import type { Query } from './query.ts';

/** A result. */
export interface Hit extends Judged {
  /** How much of the query it has, and which words are missing. */
  share: number;
  without: string[];
}

/** The answer to a query. */
export interface Answer {
  typed: string;
  /** What was searched: the query without prompts and question words, typos corrected. */
  query: Query;
  /** The corrected text, if there was a typo. */
  corrected: string | undefined;
  /** Whether the best result is a command or a listing. */
  commandsFirst: boolean;
  /** Commands and listings. */
  commands: Hit[];
  /** Articles, each with the section that matches the query best. */
  articles: Hit[];
  /** Words that don't occur on the site, and names that are close to them. */
  unknown: string[];
  near: string[];
}

/** Pages found by Pagefind, each with its units, best first. */
export interface Found {
  pages: Judged[][];
  /** The largest share of the query that a unit has. */
  share: number;
}

/** How many results are shown. */
const SHOWN = 10;

/** How many results an early answer has: as many as a phone shows. */
const SHOWN_EARLY = 6;

/** A result has at least this share of the query, unless none has. */
const LEAST_SHARE = 0.34;

/** How much of the query a unit has. Small words count only if there are no others. */
export function shareOf({ has }: Judged, { chunks }: Query): number {
  const worth = chunks.some(({ small }) => !small) ? has.filter((_, at) => !chunks[at]!.small) : has;
  return worth.filter(Boolean).length / Math.max(1, worth.length);
}

/** The largest share of the query that a result has. */
export function bestShare({ commands, articles }: Answer): number {
  return Math.max(0, ...[...commands, ...articles].map(({ share }) => share));
}

/** Picks what is shown of the pages found. */
export function answerOf(typed: string, query: Query, { pages }: Found, { program }: Choices): Answer {
  const hit = (unit: Judged): Hit => ({
    ...unit,
    share: shareOf(unit, query),
    without: query.chunks.filter(({ small }, at) => !small && !unit.has[at]).map(({ text }) => text),
  });
  const isChosen = ({ shown }: Judged): boolean =>
    program === undefined || (shown?.type === 'command' && shown.programs.includes(program));
  const commands = pages
    .flat()
    .filter((unit) => unit.shown !== undefined && isChosen(unit))
    .sort((a, b) => b.score - a.score)
    .map(hit);
  const articles = pages.flatMap(articleOf).map(hit);
  // In a pasted message, there may be only one word that anybody has written about.
  const least = Math.min(LEAST_SHARE, Math.max(0, ...[...commands, ...articles].map(({ share }) => share)));
  return {
    typed,
    query,
    corrected: undefined,
    commandsFirst: pages[0]?.[0]?.shown !== undefined || program !== undefined,
    commands: worth(commands, least).slice(0, SHOWN),
    articles: worth(articles, least).slice(0, SHOWN),
    unknown: [],
    near: [],
  };
}

/** If some hits have the whole query, drops the rest; otherwise drops those with less than `least`. */
function worth(hits: readonly Hit[], least: number): Hit[] {
  const whole = hits.filter(({ without }) => without.length === 0);
  return whole.length > 0 ? whole : hits.filter(({ share }) => share > 0 && share >= least);
}

/** The result for an article is its best section, credited with the chunks that any part of the page has. */
function articleOf(units: readonly Judged[]): Judged[] {
  const section = units.find(({ shown }) => shown === undefined);
  if (section === undefined) return [];
  return [{ ...section, has: section.has.map((_, at) => units.some(({ has }) => has[at])) }];
}

/**
 * An answer to show before all pages are read: only the best of the first group, so that everything that follows can
 * be appended.
 */
export function earlyOf(answer: Answer): Answer {
  const commandsFirst = answer.commands.length > 0 && (answer.commandsFirst || answer.articles.length === 0);
  return {
    ...answer,
    commandsFirst,
    commands: commandsFirst ? answer.commands.slice(0, SHOWN_EARLY) : [],
    articles: commandsFirst ? [] : answer.articles.slice(0, SHOWN_EARLY),
  };
}

/** The final answer, but with an early one's results first and in their order: the reader may be about to tap one. */
export function continued(early: Answer, final: Answer): Answer {
  const group = (name: 'commands' | 'articles'): Hit[] => {
    const shown = new Set(early[name].map(addressOf));
    return [...early[name], ...final[name].filter((hit) => !shown.has(addressOf(hit)))].slice(0, SHOWN);
  };
  return {
    ...final,
    commandsFirst: early.commandsFirst,
    commands: group('commands'),
    articles: group('articles'),
  };
}

/** An article is in the results once, whichever of its sections is the best. */
function addressOf({ article, shown, id }: Hit): string {
  return shown === undefined ? article.path : `${article.path}#${id}`;
}
