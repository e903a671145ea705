import { asideTag, escaped } from './containers.ts';
import type { Conversion } from './conversion.ts';
import { includeSnippets } from './snippets.ts';
import { fenceAfter, fenceAround, markedLines } from './fences.ts';

/** The site generator, as far as it matters to its markup. */
export type Dialect = 'hugo' | 'jekyll' | 'docusaurus' | 'mkdocs' | 'astro' | 'unknown';

/**
 * Converts Hugo's shortcodes and Jekyll's Liquid to Markdown. Code stays unchanged, except for `{% raw %}`, which
 * Jekyll removes. Unknown shortcodes are dropped; the text between them stays.
 */
export function expandTemplates(text: string, dialect: Dialect, conversion: Conversion): string {
  const whole = dialect === 'mkdocs' ? includeSnippets(text, conversion) : text;
  const withCode = /\{[{%]/.test(whole) ? templateCode(whole) : whole;
  const raw = { isOpen: false };
  const lines = markedLines(withCode).flatMap(({ line, isCode }, index) => {
    const drop: Conversion['drop'] = (what) => {
      conversion.drop(what, index);
    };
    if (isCode && dialect === 'mkdocs' && MKDOCS_LINES[0][1].test(line)) drop(MKDOCS_LINES[0][0]);
    return (isCode ? withoutRaw(line) : prose(line, { ...conversion, drop, dialect, raw })) ?? [];
  });
  return lines.join('\n');
}

/** What one line of prose is converted with. */
interface Page extends Conversion {
  dialect: Dialect;
  /** Whether it is between `{% raw %}` and `{% endraw %}`, where Liquid has no meaning. */
  raw: { isOpen: boolean };
}

/** `{{< highlight bash >}}` or `{% highlight bash %}` at the start of a line. */
const CODE_BEGINS =
  /^(?<indent>[ \t]*)(?:\{\{[<%]\s*(?<hugo>highlight|codeblock)\s+(?<options>(?:"[^"]*"|[^>%"])*?)\s*[>%]\}\}|\{%-?\s*highlight\s+(?<liquid>[^%]*?)\s*-?%\})(?<rest>.*)$/;

/** `{{< highlight bash >}}…{{< /highlight >}}` and `{% highlight bash %}…{% endhighlight %}` → fences. */
function templateCode(text: string): string {
  const lines = text.split('\n');
  const result: string[] = [];
  let fence: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const begins = fence === undefined ? CODE_BEGINS.exec(line)?.groups : undefined;
    const end = begins === undefined ? -1 : endOfCode(lines, index, begins['hugo']);
    if (begins === undefined || end === -1) {
      fence = fenceAfter(line, fence);
      result.push(line);
      continue;
    }
    result.push(codeAsFence(begins, lines.slice(index + 1, end + 1)));
    index = end;
  }
  return result.join('\n');
}

const HUGO_ENDS = /\{\{[<%]\s*\/\s*(?:highlight|codeblock)\s*[>%]\}\}/;
const LIQUID_ENDS = /\{%-?\s*endhighlight\s*-?%\}/;

function endOfCode(lines: readonly string[], from: number, hugo: string | undefined): number {
  const ends = hugo === undefined ? LIQUID_ENDS : HUGO_ENDS;
  return lines.findIndex((line, index) => index >= from && ends.test(line));
}

function codeAsFence(groups: Record<string, string | undefined>, lines: readonly string[]): string {
  const language = /^"?([\w+#.-]+)/.exec(groups['options'] ?? groups['liquid'] ?? '')?.[1] ?? '';
  const indent = groups['indent'] ?? '';
  const inner = [groups['rest'] ?? '', ...lines]
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
  const end = (groups['hugo'] === undefined ? LIQUID_ENDS : HUGO_ENDS).exec(inner)!;
  const code = inner
    .slice(0, end.index)
    .replace(/^[ \t]*\n/, '')
    .replace(/\n[ \t]*$/, '');
  return `${fenceAround(withoutRawTags(code), language, indent)}\n${inner.slice(end.index + end[0].length)}`;
}

function withoutRawTags(code: string): string {
  return code
    .split('\n')
    .flatMap((line) => withoutRaw(line) ?? [])
    .join('\n');
}

/** Removes `{% raw %}` and `{% endraw %}`, which aren't part of the code; undefined for a line with nothing else. */
function withoutRaw(line: string): string | undefined {
  const rest = line.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '');
  return rest !== line && rest.trim() === '' ? undefined : rest;
}

/** Converts text outside of code blocks; inline code in it stays unchanged. */
function prose(line: string, page: Page): string | undefined {
  if (/^[ \t]*\{:.*\}[ \t]*$/.test(line) || /^[ \t]*\{[ \t]*[.#][\w-]+[^{}]*\}[ \t]*$/.test(line))
    return undefined;
  if (page.dialect === 'mkdocs') {
    const [what] = MKDOCS_LINES.find(([, pattern]) => pattern.test(line)) ?? [];
    if (what !== undefined) {
      page.drop(what);
      return undefined;
    }
    // Every mark of MkDocs' extensions has one of these.
    if (!/[{+=~^]/.test(line)) return line;
  } else if (!/\{[{%:]|\{#|\+\+|[)\]]\{/.test(line)) return line;
  return line
    .split(/(`+(?:[^`]|(?<!`)`(?!`))*`+)/)
    .map((piece, part) => (part % 2 === 1 ? (withoutRaw(piece) ?? '') : expand(piece, page)))
    .join('');
}

function expand(text: string, page: Page): string {
  const hugo = text.includes('{{') ? hugoShortcodes(text, page) : text;
  const expanded = hugo.includes('{%') || page.dialect === 'jekyll' ? liquid(hugo, page) : hugo;
  return page.dialect === 'mkdocs' ? mkdocsMarks(expanded) : expanded.replace(/[ \t]*\{:[^{}]*\}/g, '');
}

const SHORTCODE =
  /\{\{[<%]\s*(?<slash>\/?)\s*(?<name>[\w./-]+?)(?<options>(?:\s+(?:"(?:\\"|[^"])*"|`[^`]*`|[\w-]+=(?:"(?:\\"|[^"])*"|`[^`]*`|[^\s>%"]+)|[^\s>%"/]\S*))*)\s*\/?\s*[>%]\}\}/g;

function hugoShortcodes(text: string, page: Page): string {
  return text
    .replace(
      /\{\{([<%])\/\*([^]*?)\*\/([>%])\}\}/g,
      (_, begin: string, inner: string, end: string) =>
        `&#123;{${begin === '<' ? '&lt;' : begin}${escaped(inner)}${end === '>' ? '&gt;' : end}}}`,
    )
    .replace(SHORTCODE, (...parts: unknown[]) => {
      const groups = parts.at(-1) as Record<'slash' | 'name' | 'options', string>;
      return shortcode(groups.name, optionsOf(groups.options), groups.slash === '/', page);
    });
}

/** The parameters of a shortcode: by name, and by position from 0. */
function optionsOf(text: string): Record<string, string> {
  const options: Record<string, string> = {};
  let place = 0;
  for (const { groups } of text.matchAll(
    /(?:(?<key>[\w-]+)=)?(?:"(?<double>(?:\\"|[^"])*)"|`(?<back>[^`]*)`|(?<bare>[^\s"`]+))/g,
  )) {
    const value = (groups!['double'] ?? groups!['back'] ?? groups!['bare']!).replaceAll('\\"', '"');
    options[groups!['key'] ?? String(place++)] = value;
  }
  return options;
}

const ASIDES =
  /^(?:notice|note|tip|info|warning|caution|danger|important|alert|admonition|hint|callout|attention|aside|message|blockquote-note)$/;

function shortcode(name: string, options: Record<string, string>, isEnd: boolean, page: Page): string {
  const first = options['0'];
  if (ASIDES.test(name)) {
    if (isEnd) return '\n\n</opsnotes-aside>\n\n';
    const named = options['type'] ?? options['kind'] ?? options['color'] ?? first;
    const kind = /^(?:notice|alert|admonition|hint|callout|message|aside)$/.test(name)
      ? (named ?? name)
      : name;
    return `\n\n${asideTag(kind, options['title'] ?? options['1'] ?? '')}\n\n`;
  }
  if (name === 'tab' || name === 'tabitem' || name === 'tabpane')
    return isEnd
      ? '\n\n</opsnotes-tab>\n\n'
      : `\n\n<opsnotes-tab title="${escaped(options['header'] ?? options['title'] ?? options['name'] ?? options['label'] ?? first ?? '')}">\n\n`;
  if (name === 'details' || name === 'expand' || name === 'collapse')
    return isEnd
      ? '\n\n</details>\n\n'
      : `\n\n<details>\n<summary>${escaped(options['summary'] ?? options['title'] ?? first ?? '…')}</summary>\n\n`;
  if (name === 'kbd') return isEnd ? '</kbd>' : '<kbd>';
  if (name === 'ref' || name === 'relref')
    return page.addressOf(options['path'] ?? first ?? '') ?? first ?? '';
  if (name === 'figure' || name === 'img' || name === 'image') return isEnd ? '' : figureHtml(options);
  const address = addressOfEmbedded(name, options);
  if (address !== undefined) return `[${address}](${address})`;
  if (!isEnd && !/^(?:tabs|tabgroup|steps|columns?)$/.test(name)) page.drop(`shortcode \`${name}\``);
  return '';
}

function figureHtml(options: Record<string, string>): string {
  const src = options['src'] ?? options['0'] ?? '';
  const said = [options['title'], options['caption'], options['attr']].filter((text) => text !== undefined);
  const caption = said.length === 0 ? undefined : said.join('. ').replaceAll(/[*_`]+/g, '');
  const image = `<img src="${escaped(src)}" alt="${escaped(options['alt'] ?? caption ?? '')}">`;
  return caption === undefined
    ? image
    : `<figure>${image}<figcaption>${escaped(caption)}</figcaption></figure>`;
}

/** The address of content that Hugo embeds from other sites. */
function addressOfEmbedded(name: string, options: Record<string, string>): string | undefined {
  const [first = options['id'] ?? '', second = options['id'] ?? ''] = [options['0'], options['1']];
  switch (name) {
    case 'youtube':
    case 'youtubelite':
      return `https://www.youtube.com/watch?v=${encodeURIComponent(first)}`;
    case 'vimeo':
      return `https://vimeo.com/${encodeURIComponent(first)}`;
    case 'gist':
      return `https://gist.github.com/${encodeURIComponent(first)}/${encodeURIComponent(second)}`;
    case 'tweet':
    case 'twitter':
    case 'x':
      return `https://twitter.com/${encodeURIComponent(options['user'] ?? 'i')}/status/${encodeURIComponent(options['id'] ?? first)}`;
    case 'instagram':
      return `https://www.instagram.com/p/${encodeURIComponent(first)}/`;
    default:
      return undefined;
  }
}

/** Expands Liquid, except where it is literal. */
function liquid(text: string, page: Page): string {
  return text
    .split(/(\{%-?\s*(?:end)?raw\s*-?%\})/)
    .map((part, place) => {
      if (place % 2 === 0)
        return page.raw.isOpen
          ? part.replaceAll('{', '&#123;').replaceAll('}', '&#125;')
          : liquidTags(part, page);
      page.raw.isOpen = !part.includes('endraw');
      return '';
    })
    .join('');
}

function liquidTags(text: string, { dialect, addressOf, valueOf, drop }: Page): string {
  const tags = text
    .replace(/\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}/g, '')
    .replace(/\{%-?\s*(?:link|post_url)\s+(\S+)\s*-?%\}/g, (_, name: string) => addressOf(name) ?? name);
  if (dialect !== 'jekyll') return tags;
  return tags
    .replace(/\{\{-?\s*site\.(?:base)?url\s*-?\}\}/g, '')
    .replace(/\{\{-?\s*["']([^"']*)["']\s*\|\s*(?:relative|absolute)_url\s*-?\}\}/g, '$1')
    .replace(/\{\{-?\s*([\w.-]+)\s*(?:\|[^{}]*)?-?\}\}/g, (_, name: string) => {
      const value = valueOf(name);
      if (value === undefined) drop(`Liquid value \`${name}\``);
      return escaped(value ?? '');
    })
    .replace(/\{%-?\s*(\w+)[^%]*(?:%(?!\})[^%]*)*-?%\}/g, (_, name: string) => {
      if (!name.startsWith('end')) drop(`Liquid tag \`${name}\``);
      return '';
    });
}

/** Lines that instruct MkDocs' extensions and mean nothing to readers. */
const MKDOCS_LINES = [
  ['text of another file (`--8<--`)', /^[ \t]*-+8<-+/],
  ['explanation of an abbreviation', /^[ \t]*\*\[[^\]]+\]:/],
] as const;

/** `++ctrl+c++`, `==marked==`, `H~2~O` and `x^2^` of MkDocs' extensions; attribute lists after a link or picture. */
function mkdocsMarks(text: string): string {
  return text
    .replace(/(?<![=\w])==(?=\S)([^=\n]*[^\s=])==(?!=)/g, '<mark>$1</mark>')
    .replace(/(?<=\w)~([\w+-]{1,8})~(?!~)/g, '<sub>$1</sub>')
    .replace(/(?<=\w)\^([\w+-]{1,8})\^/g, '<sup>$1</sup>')
    .replace(/\+\+([\w"-]+(?:\+[\w"-]+)*)\+\+/g, (_, keys: string) =>
      keys
        .split('+')
        .map((key) => `<kbd>${escaped(key.replaceAll('"', ''))}</kbd>`)
        .join('+'),
    )
    .replace(/(?<=[)\]])\{[ \t]*:?[^{}]*\}/g, '')
    .replace(/(?<=\S)[ \t]*\{:[^{}]*\}/g, '')
    .replace(
      /(?<=\S)[ \t]+\{[ \t]*[.#][A-Za-z][\w-]*(?:[ \t]+[.#]?[\w-]+(?:="[^"]*")?)*[ \t]*\}[ \t]*$/g,
      '',
    );
}
