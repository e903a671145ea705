import type { Element, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Part, Phrase } from './phrase.ts';

/** Renders a phrase as HTML, with links, titles and times marked up, and no added whitespace. */
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

/** Links to other sites are marked as external; a file of ours is offered as a download. */
function linkProperties(href: string) {
  if (URL.canParse(href)) return { href, rel: 'external' };
  return { href, download: /\.\w+$/.test(href) };
}
