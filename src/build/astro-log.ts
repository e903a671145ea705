import { stripVTControlCharacters } from 'node:util';

/** One line of Astro's log. */
interface LogEvent {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  label: string | null;
  message: string;
}

let rendered: () => void = () => undefined;

/** Has something done for each page that Astro has rendered. */
export function whenPageIsRendered(act: () => void): void {
  rendered = act;
}

/**
 * Where Astro's log goes in a build (its `logger` setting): warnings are printed, pages counted. Errors are thrown as well, and
 * told by whoever started the build.
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
