import { attributionPhrase, termsOfSource } from '../../articles/attribution.ts';
import { factsOf, writtenFor } from '../../articles/facts.ts';
import type { Phrase } from '../../articles/phrase.ts';
import { proofText } from '../../articles/proof-text.ts';
import { readableOutput } from '../../commands/output-names.ts';
import { asHtml } from './plain-html.ts';
import { site, t } from '../../articles/site.ts';
import type { Article } from '../../articles/articles.ts';
import type { ArticleBlock } from '../../content/outline/article-blocks.ts';
import { feedTextHtml } from './feed-html.ts';

/** What is needed to write an article's HTML for a feed, besides the article. */
export interface FeedContext {
  /** The article to read instead. */
  successor: Article | undefined;
  /** Turns a path from the site's root into a full URL. */
  absolute: (path: string) => string;
}

/**
 * Writes an article as HTML for feed readers: full URLs, no scripts, no buttons, nothing that needs a style sheet. What the page
 * shows around the text becomes part of it: facts before it, the attribution after it.
 *
 * @param html the text as the page shows it
 */
export function feedHtml(article: Article, html: string, context: FeedContext): string {
  const { absolute } = context;
  const blocks = new Map(article.outline.blocks.map((block) => [block.anchor, block]));
  const text = feedTextHtml(html, {
    place: { path: article.path, file: article.file, href: absolute },
    block: (anchor) => {
      const block = blocks.get(anchor);
      return block && plainBlock(block);
    },
  });
  return [notices(article, context), facts(article, context), text, attribution(article, context)]
    .filter((part) => part !== '')
    .join('\n');
}

/**
 * `<p><strong>title, file, hosts</strong></p><pre><code>…`; prompts and output are kept, because a feed reader has no button to
 * show them.
 */
function plainBlock({ block, steps }: ArticleBlock): string {
  const hosts =
    block.kind === 'listing' ? block.hosts : [...new Set(steps.flatMap(({ step }) => step.hosts))];
  const file = block.kind === 'listing' ? [`${block.append ? t.appendTo : t.file} ${block.file}`] : [];
  const about = [...file, ...(block.meta.title === undefined ? [] : [block.meta.title]), ...hosts];
  const dangers = block.kind === 'listing' ? block.dangers : steps.flatMap(({ step }) => step.dangers);
  const warnings = new Set(
    dangers.map(
      ({ harm, rule, explanation }) =>
        `<p><strong>${t.harms[harm]}:</strong> ${asHtml(t.explainDanger(rule, explanation))}</p>`,
    ),
  );
  return [
    ...(about.length === 0 ? [] : [`<p><strong>${asHtml(about.join(' · '))}</strong></p>`]),
    ...warnings,
    `<pre><code>${asHtml(block.kind === 'session' ? readableOutput(block.text) : block.text)}</code></pre>`,
  ].join('\n');
}

function notices({ data }: Article, { successor, absolute }: FeedContext): string {
  if (data.status !== 'historical') return '';
  const next =
    successor === undefined ? '' : ` ${t.supersededBy} ${link(absolute(successor.path), successor.title)}.`;
  return `<p><strong>${t.historical}.</strong> ${t.historicalText}${next}</p>`;
}

/** What the page shows above the text, as a list. */
function facts(article: Article, { absolute }: FeedContext): string {
  const { data } = article;
  const rows: [label: string, html: string][] = [[t.writtenFor, asHtml(writtenFor(article))]];
  if (article.proof !== undefined)
    rows.push([t.proof, asHtml(proofText(article.proof, data.appliesTo, site.locale, t))]);
  for (const { label, values, isList } of factsOf(article, absolute)) {
    const html = values.map(phraseHtml);
    rows.push([label, isList ? list(html) : html.join('; ')]);
  }
  const values = Object.entries(data.placeholders).map(
    ([name, { label, example }]) =>
      `<code>{{${name}}}</code>: ${asHtml(label)}, ${t.example} <code>${asHtml(example)}</code>`,
  );
  rows.push([t.hosts, asHtml(data.hosts.join(', '))], [t.placeholdersTitle, list(values)]);
  return list(rows.flatMap(([label, html]) => (html === '' ? [] : [`<strong>${label}:</strong> ${html}`])));
}

/** Where the text comes from and under which terms: a feed is often passed on without its page. */
function attribution(article: Article, { absolute }: FeedContext): string {
  const phrase = attributionPhrase(article, absolute);
  if (phrase.length === 0) return '';
  const lines = [[...phrase, { text: '.' }], ...termsOfSource(article)];
  return `<hr>\n${lines.map((line) => `<p>${phraseHtml(line)}</p>`).join('\n')}`;
}

function phraseHtml(phrase: Phrase): string {
  return phrase.map(({ text, href }) => (href === undefined ? asHtml(text) : link(href, text))).join('');
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function link(address: string, text: string): string {
  return `<a href="${asHtml(address).replaceAll('"', '&quot;')}">${asHtml(text)}</a>`;
}
