import { stripVTControlCharacters } from 'node:util';
import { LOADERS, noteLoaderError } from './loader-faults.ts';

/** One line of Astro's log. */
interface LogEvent {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  label: string | null;
  message: string;
}

let rendered: () => void = () => undefined;

/** Calls a function for each page that Astro has rendered. */
export function whenPageIsRendered(act: () => void): void {
  rendered = act;
}

const failed = new Map<string, string>();

/** The address of the page or endpoint at which Astro has met an error; undefined if it wasn't at one. */
export function failedPath(error: unknown): string | undefined {
  return failed.get(String(error));
}

/**
 * Handles Astro's log during a build (its `logger` setting): prints warnings and what integrations say, and counts pages. Astro's
 * own errors are not printed here because Astro also throws them, and whoever started the build reports them.
 */
export default function astroLog(): { write: (event: LogEvent) => void } {
  return {
    write({ level, label, message }) {
      if (level === 'error' && LOADERS.has(label ?? '')) {
        noteLoaderError(stripVTControlCharacters(message));
        return;
      }
      const isAstros = label === null || ASTRO.has(label);
      if (level === 'warn' || (!isAstros && level === 'error'))
        console.warn(label === null ? message : `${label}: ${message}`);
      const { path, error } = FAILED.exec(stripVTControlCharacters(message))?.groups ?? {};
      if (level === 'error' && error !== undefined) failed.set(error, path!);
      if (level !== 'info') return;
      if (!isAstros) console.log(`${label}: ${message}`);
      else if (PAGE.test(stripVTControlCharacters(message))) rendered();
    },
  };
}

/** `  ├─ /articles/a/index.html` */
const PAGE = /^ *[├└]─ /;

/** `Caught error rendering /data.json: …` */
const FAILED = /^Caught error rendering (?<path>\S+): (?<error>[^]*)$/;

/** The labels of Astro's own lines; any other label is the name of an integration, or of a loader of somebody's own. */
const ASTRO: ReadonlySet<string> = new Set(
  (
    'add adapter assets build cache check config content crypto csp deprecated env islands ' +
    'markdown middleware preferences redirects router session SKIP_FORMAT sync toolbar types update vite watch'
  ).split(' '),
);
