import type { Article } from './articles.ts';

/** Where a reader may go next from an article. */
export interface Neighbours {
  newer: Article | undefined;
  older: Article | undefined;
  /** The articles that have most in common with it. */
  related: Article[];
}

/**
 * For a tag with more articles than this, only those nearest in time count: a tag so common says little, and comparing them all
 * takes time.
 */
const MOST_OF_A_TAG = 100;

/**
 * Finds the newer and older article in the order given (newest first), and related ones by shared tags. The more articles a tag
 * has, the less it weighs (inverse document frequency): two articles on OCFS2 are closer than two on Linux.
 *
 * @returns neighbours by article slug
 */
export function allNeighbours(all: readonly Article[], most: number): Map<string, Neighbours> {
  const places = placesByTag(all);
  return new Map(
    all.map((article, at) => [
      article.slug,
      { newer: all[at - 1], older: all[at + 1], related: related(article, at, all, places, most) },
    ]),
  );
}

function related(
  article: Article,
  at: number,
  all: readonly Article[],
  places: ReadonlyMap<string, readonly number[]>,
  most: number,
): Article[] {
  const scores = new Map<number, number>();
  for (const { slug } of article.tags) {
    const ofTag = places.get(slug) ?? [];
    const weight = Math.log(1 + all.length / ofTag.length);
    for (const place of nearest(ofTag, at)) {
      if (place !== at) scores.set(place, (scores.get(place) ?? 0) + weight);
    }
  }
  const distance = (place: number): number => Math.abs(place - at);
  const nearer = ([a, ofA]: Scored, [b, ofB]: Scored): number =>
    ofB - ofA || distance(a) - distance(b) || a - b;
  return [...scores]
    .sort(nearer)
    .slice(0, most)
    .map(([place]) => all[place]!);
}

/** An article's index and its score. */
type Scored = [place: number, score: number];

/** The positions closest to one's own in an ascending list. */
function nearest(places: readonly number[], own: number): readonly number[] {
  if (places.length <= MOST_OF_A_TAG) return places;
  const before = places.indexOf(own) - MOST_OF_A_TAG / 2;
  const start = Math.min(Math.max(0, before), places.length - MOST_OF_A_TAG);
  return places.slice(start, start + MOST_OF_A_TAG);
}

function placesByTag(all: readonly Article[]): Map<string, number[]> {
  const uses = all.flatMap(({ tags }, place) => tags.map(({ slug }) => ({ slug, place })));
  const byTag = Map.groupBy(uses, ({ slug }) => slug);
  return new Map([...byTag].map(([slug, ofTag]) => [slug, ofTag.map(({ place }) => place)]));
}
