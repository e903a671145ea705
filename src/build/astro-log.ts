import { stripVTControlCharacters } from 'node:util';

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

/**
 * Handles Astro's log during a build (its `logger` setting): prints warnings, and counts pages. Errors are not printed here
 * because Astro also throws them, and whoever started the build reports them.
 */
export default function astroLog(): { write: (event: LogEvent) => void } {
  return {
    write({ level, label, message }) {
      if (level === 'warn') console.warn(label === null ? message : `${label}: ${message}`);
      if (level === 'info' && PAGE.test(stripVTControlCharacters(message))) rendered();
    },
  };
}

/** `  ├─ /articles/a/index.html` */
const PAGE = /^ *[├└]─ /;
