import type { Repair } from './written-code.ts';

/** Languages in which tags and character references are the code itself. */
const OF_MARKUP =
  /^(?:html|xml|php|vue|svelte|jsx|tsx|astro|mdx|markdown|md|erb|twig|jinja|handlebars|liquid|asp|razor|velocity|go-template|javascript|typescript|js|ts|css|java|json|python|ruby|perl|c|cpp|csharp)$/;

/**
 * Removes what an earlier migration of a blog left in code: `<br />` at line ends, `&amp;&amp;` instead of `&&`. It
 * leaves code alone that may be intended: in a markup language, or if the plain character occurs as well.
 */
export function withoutMarkup(
  text: string,
  language: string | undefined,
): { text: string; repairs: Repair[] } {
  if (language !== undefined && OF_MARKUP.test(language)) return { text, repairs: [] };
  const lines = text.split('\n');
  const withBreak = lines.filter((line) => BREAK.test(line)).length;
  const takesBreaks = withBreak > 1 && withBreak >= lines.filter((line) => line.trim() !== '').length - 1;
  const takesReferences = SURE.test(text) && !/[<>]/.test(text.replaceAll(/<br *\/?>/g, ''));
  if (!takesBreaks && !takesReferences) return { text, repairs: [] };
  const repairs: Repair[] = [];
  const repaired = lines.map((before, line) => {
    const unbroken = takesBreaks ? before.replace(BREAK, '') : before;
    const after = takesReferences
      ? unbroken.replace(REFERENCES, (whole) => CHARACTERS[whole.toLowerCase()] ?? whole)
      : unbroken;
    if (after !== before) repairs.push({ line, before, after });
    return after;
  });
  return { text: repaired.join('\n'), repairs };
}

const BREAK = /<br *\/?>[ \t]*$/;

const CHARACTERS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&nbsp;': ' ',
  '&#8211;': '\u2013',
  '&#8212;': '\u2014',
  '&#8216;': '\u2018',
  '&#8217;': '\u2019',
  '&#8220;': '\u201c',
  '&#8221;': '\u201d',
  '&#8230;': '\u2026',
};

const REFERENCES = new RegExp(Object.keys(CHARACTERS).join('|'), 'gi');
/** Only these show that a migration has escaped the code: `&quot;` alone may be what a program prints. */
const SURE = /&lt;|&gt;|&amp;&amp;|&nbsp;|&#8\d{3};/i;
