import { escaped } from './containers.ts';
import type { Conversion } from './conversion.ts';
import { codeMark } from './conversion.ts';

/** Shortcodes that WordPress's highlighters use for code, and languages that some are named after. */
const NAMES =
  'code|sourcecode|source|shell|bash|sh|console|cci?|cpp|csharp|css|diff|html|java|javascript|js|perl|php|plain|powershell|python|ruby|sql|text|xml|yaml|cc|codesyntax|cce|crayon|pre|terminal|cc_bash|ccb|ccN|cce_bash|ccw|ini|apache|nginx|go|json';

const CODE = new RegExp(
  String.raw`\[(?<name>${NAMES})(?<options>(?:\s+[^\]\n]*)?)\](?<text>[^]*?)\[\/\k<name>\]`,
  'gi',
);

/** `[[code]…[/code]]`: a shortcode that is shown instead of applied, on one line. */
const ESCAPED = new RegExp(String.raw`\[(\[(?:${NAMES})(?:\s[^\]\n]*)?\][^\n]*?\[/(?:${NAMES})\])\]`, 'gi');

/** Names that say nothing about the language. */
const NAMELESS = /^(?:code|sourcecode|source|codesyntax|crayon|pre|cc\w*|plain)$/i;

/**
 * Takes out code in WordPress's shortcodes before anything else is read, because its `<` and blank lines aren't
 * markup. Other shortcodes are dropped and reported; the text between them stays.
 */
export function takeShortcodesOut(html: string, conversion: Conversion): string {
  const withoutCode = html
    .replace(ESCAPED, (_, inner: string) => inner.replaceAll('[', '&#91;').replaceAll(']', '&#93;'))
    .replace(CODE, (...parts: unknown[]) => {
      const { name, options, text } = parts.at(-1) as Record<'name' | 'options' | 'text', string>;
      if (/<(?:p|div|pre)[\s>]/i.test(text) && !text.trim().includes('\n')) return parts[0] as string;
      const language = /(?:lang(?:uage)?|type)\s*=\s*["'”“]?([\w+#.-]+)/i.exec(options)?.[1];
      const title = /title\s*=\s*["'”“]([^"'”“]*)/i.exec(options)?.[1];
      const code = {
        text: decoded(text),
        language: language ?? (NAMELESS.test(name) ? undefined : name),
        title,
      };
      return `\n\n${codeMark(conversion.codes, code)}\n\n`;
    });
  return otherShortcodes(withoutCode, conversion);
}

/**
 * Newlines next to the tags aren't code. `<br />` and character references come from an editor that took code for
 * text.
 */
function decoded(text: string): string {
  const whole = text.replace(/^[ \t]*\r?\n/, '').replace(/\r?\n[ \t]*$/, '');
  const lines = /<br\s*\/?>|<\/?p>/i.test(whole)
    ? whole
        .replace(/<br\s*\/?>\r?\n?/gi, '\n')
        .replace(/<\/p>\s*<p>/gi, '\n\n')
        .replace(/<\/?p>/gi, '')
    : whole;
  return references(lines);
}

/** Decodes references once: `&lt;` → `<`, and `&amp;lt;` → `&lt;`. */
function references(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const codePoint = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
    },
  );
}

/** Shortcodes of WordPress and common plug-ins; anything else in brackets is likely text. */
const OTHERS =
  /\[(?<slash>\/?)(?<name>caption|gallery|audio|video|playlist|embed|wp_caption|youtube|vimeo|contact-form(?:-7)?|gist|tweet|googlemaps|slideshare|polldaddy|poll|archives|recent_posts|vc_\w+|et_pb_\w+)(?<options>(?:\s[^\]]*)?)\]/g;

function otherShortcodes(html: string, conversion: Conversion): string {
  return html
    .replace(OTHERS, (...parts: unknown[]) => {
      const { slash, name, options } = parts.at(-1) as Record<'slash' | 'name' | 'options', string>;
      if (name === 'caption' || name === 'wp_caption')
        return slash === '/' ? '</figcaption></figure>' : '<figure data-caption>';
      if (name === 'embed') return '\n';
      const gallery = name === 'gallery' ? galleryHtml(options, conversion) : '';
      if (gallery !== '') return gallery;
      const address = /https?:\/\/[^\s"'\]]+/.exec(options)?.[0];
      if (slash !== '/')
        conversion.drop(
          `shortcode \`${name}\`${address === undefined ? '' : ` (a link to ${address} took its place)`}`,
        );
      return address === undefined ? '' : `\n\n<a href="${address}">${address}</a>\n\n`;
    })
    .replace(
      /<figure data-caption>([^]*?<img[^>]*>(?:\s*<\/a>)?)([^]*?)<\/figcaption>/g,
      '<figure>$1<figcaption>$2</figcaption>',
    );
}

/** `[gallery ids="5,6"]` → its pictures, one below another. */
function galleryHtml(options: string, conversion: Conversion): string {
  const ids = /\b(?:ids|include)\s*=\s*["'”“]?([\d,\s]+)/.exec(options)?.[1]?.match(/\d+/g) ?? [];
  return conversion
    .galleryOf(ids)
    .map(({ url, words }) => `\n\n<p><img src="${escaped(url)}" alt="${escaped(words)}"></p>\n\n`)
    .join('');
}
