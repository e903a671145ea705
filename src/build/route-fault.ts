import { resolve } from 'node:path';
import type { Fault } from '../content/fault.ts';
import { asSentence } from '../content/thrown.ts';

/** What Astro says about a route in its hook `astro:routes:resolved`. */
interface Route {
  entrypoint: string;
  patternRegex: RegExp;
  params: readonly string[];
  /** False for a page that only a server can make. */
  isPrerendered?: boolean;
}

/**
 * The fault of a page or an endpoint, for an error in which Astro doesn't say where it comes from; undefined if it can't be told.
 *
 * @param routes in the order in which Astro matches them
 * @param path the address that Astro was rendering, if it was
 */
export function routeFault(error: unknown, routes: readonly Route[], path?: string): Fault | undefined {
  const why = error instanceof Error ? error.message : String(error);
  const [first, ...others] = suspects(why, routes, path).map(({ entrypoint }) => entrypoint);
  if (first === undefined) return undefined;
  const message = asSentence(`Unexpected error in a page, expected it to render: ${why.split('\n', 1)[0]!}`);
  const hint = others.length === 0 ? undefined : `It may also come from ${others.join(' or ')}.`;
  return { file: resolve(first), line: 1, code: 'page-render', message, hint };
}

function suspects(why: string, routes: readonly Route[], path: string | undefined): readonly Route[] {
  const missing = MISSING.exec(why)?.groups!['name'];
  if (missing !== undefined) return routes.filter(({ params }) => params.some((name) => name === missing));
  if (why.includes(' without an adapter.'))
    return routes.filter(
      ({ isPrerendered, entrypoint }) => isPrerendered === false && isOfProject(entrypoint),
    );
  if (path === undefined) return [];
  // Astro names pages without the slash at the end that their routes have.
  const isOf = ({ patternRegex }: Route): boolean => patternRegex.test(path) || patternRegex.test(`${path}/`);
  return routes.filter(isOf).slice(0, 1);
}

/** Astro adds routes of its own, such as that of its image service. */
function isOfProject(entrypoint: string): boolean {
  return !entrypoint.includes('node_modules');
}

/** `getStaticPaths()` returned other parameters than those in the file's name. */
const MISSING = /^Missing parameter: (?<name>\S+)$/;
