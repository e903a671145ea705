import { outline, type Outline } from './outline/outline.ts';

/** What the loader knows of an MDX text. */
export interface KnownText {
  /** The text as the Markdown processor gets it: `withoutFrontmatter` of the file. */
  body: string;
  outline: Outline;
  /** Its HTML, where it is nothing but HTML when it is compiled; a text that imports or computes something has none. */
  html?: string | undefined;
}

/** On `globalThis`, because Astro runs the loader, the plug-ins and the pages in module graphs of their own. */
const kept = globalThis as { opsnotesTexts?: Map<string, KnownText> };

/** The texts that were read, by absolute path: so that each is parsed once, however many ask for it. */
export const knownTexts: Map<string, KnownText> = (kept.opsnotesTexts ??= new Map());

/** The outline of a text that the loader has read. */
export function outlineOf(file: string): Outline {
  const known = knownTexts.get(file);
  if (known === undefined)
    throw new Error(`Unexpected text \`${file}\`, expected one that the loader has read.`);
  return known.outline;
}

/** The outline of a text as a Markdown plug-in gets it: the loader's, where it has read this very text, else a new one. */
export function outlineOfBody(file: string | undefined, body: string): Outline {
  const known = file === undefined ? undefined : knownTexts.get(file);
  return known?.body === body ? known.outline : outline(body);
}
