import type { Outline } from './outline/outline.ts';

/** What the loader knows about an MDX text. */
export interface KnownText {
  /** The text as the Markdown processor gets it: `withoutFrontmatter` of the file. */
  body: string;
  outline: Outline;
  /** Its HTML, if it compiles to plain HTML; undefined for a text that imports or computes something. */
  html?: string | undefined;
}

/** On `globalThis`, because Astro runs the loader, the plug-ins and the pages in separate module graphs. */
const kept = globalThis as { opsnotesTexts?: Map<string, KnownText> };

/** The texts read so far, by absolute path, so that each is parsed only once. */
export const knownTexts: Map<string, KnownText> = (kept.opsnotesTexts ??= new Map());

/** The outline of a text that the loader has read. */
export function outlineOf(file: string): Outline {
  const known = knownTexts.get(file);
  if (known === undefined)
    throw new Error(`Unexpected text \`${file}\`, expected one that the loader has read.`);
  return known.outline;
}
