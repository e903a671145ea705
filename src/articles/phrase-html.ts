import type { Element, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Part, Phrase } from './phrase.ts';

/** A phrase as a page shows it: with links, titles and times marked as such, and no blanks but its own. */
export function phraseHtml(phrase: Phrase, lang: string): string {
  return toHtml({ type: 'root', children: phrase.map((part) => partElement(part, lang)) });
}

function partElement({ text, href, cite, time, own }: Part, lang: string): Element | Text {
  const language = own ? lang : undefined;
  if (time !== undefined) return h('time', { dateTime: time }, text);
  const content = cite ? h('cite', { lang: language }, text) : undefined;
  if (href !== undefined) return h('a', linkProperties(href), content ?? text);
  return content ?? (own ? h('span', { lang: language }, text) : { type: 'text', value: text });
}

/** Another site's address is marked as such; a file of ours is there to be kept. */
function linkProperties(href: string) {
  if (URL.canParse(href)) return { href, rel: 'external' };
  return { href, download: /\.\w+$/.test(href) };
}
