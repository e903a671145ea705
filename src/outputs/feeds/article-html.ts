import { talkName } from '../../articles/talks.ts';
import { proofText } from '../../articles/proof-text.ts';
import { readableOutput } from '../../commands/output-names.ts';
import { asHtml } from './plain-html.ts';
import { dayOf } from '../../content/schemas/instant.ts';
import { formatDay } from '../../i18n/date.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import type { Article } from '../../articles/articles.ts';
import type { Locale } from '../../content/schemas/localized.ts';
import type { ArticleBlock } from '../../content/outline/article-blocks.ts';
import { attachment, attachmentPath } from '../../content/outline/attachments.ts';
import { feedTextHtml } from './feed-html.ts';

/** What the HTML of a feed's article asks for beside the article. */
export interface FeedContext {
  /** The article to read instead. */
  successor: Article | undefined;
  /** A path from the site's root → its whole address. */
  absolute: (path: string) => string;
  locale: Locale;
  t: Dictionary;
}

/**
 * An article as HTML for feed readers: whole addresses, no scripts, no buttons, nothing that needs a style sheet. What the
 * page shows beside the text stands in the text: facts before it, whose it is after it.
 *
 * @param html the text as the page shows it
 */
export function feedHtml(article: Article, html: string, context: FeedContext): string {
  const { absolute, t } = context;
  const blocks = new Map(article.outline.blocks.map((block) => [block.anchor, block]));
  const text = feedTextHtml(html, {
    place: { path: article.path, file: article.file, href: absolute },
    block: (anchor) => {
      const block = blocks.get(anchor);
      return block && plainBlock(block, t);
    },
  });
  return [notices(article, context), facts(article, context), text, attribution(article, context)]
    .filter((part) => part !== '')
    .join('\n');
}

/** `<p><strong>title, file, hosts</strong></p><pre><code>…`: prompts and output stay, for a reader cannot ask for them. */
function plainBlock({ block, steps }: ArticleBlock, t: Dictionary): string {
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

function notices({ data }: Article, { successor, absolute, t }: FeedContext): string {
  if (data.status !== 'historical') return '';
  const next =
    successor === undefined ? '' : ` ${t.supersededBy} ${link(absolute(successor.path), successor.title)}.`;
  return `<p><strong>${t.historical}.</strong> ${t.historicalText}${next}</p>`;
}

/** What the page shows above the text, as a list. */
function facts(article: Article, { absolute, locale, t }: FeedContext): string {
  const { data } = article;
  const products = data.appliesTo.map(({ product, version, system }) =>
    [product, version, system && `${t.onSystem} ${system}`].filter(Boolean).join(' '),
  );
  const rows: [label: string, html: string][] = [[t.writtenFor, asHtml(products.join('; '))]];
  if (article.proof !== undefined)
    rows.push([t.proof, asHtml(proofText(article.proof, data.appliesTo, locale, t))]);
  if (data.kind === 'conference') {
    const { name, place, days } = data.event;
    const dates = days.map((day) => formatDay(day, locale));
    rows.push([t.event, asHtml(name)], [t.place, asHtml(place ?? '')], [t.days, dates.join('; ')]);
    const talks = data.talks.map((talk) =>
      asHtml(`${talkName(talk)} – ${talk.speakers.join(', ') || t.speakersUnknown}`),
    );
    rows.push([t.talks, list(talks)]);
  }
  if (data.kind === 'benchmark') {
    rows.push([t.testbed, list(data.testbed.map(asHtml))], [t.method, list(data.method.map(asHtml))]);
    const file = data.data === undefined ? undefined : attachment(data.data, article.file);
    if (file !== undefined)
      rows.push([t.data, link(absolute(attachmentPath(article.path, file)), file.name)]);
  }
  const values = Object.entries(data.placeholders).map(
    ([name, { label, example }]) =>
      `<code>{{${name}}}</code>: ${asHtml(label)}, ${t.example} <code>${asHtml(example)}</code>`,
  );
  rows.push([t.hosts, asHtml(data.hosts.join(', '))], [t.placeholdersTitle, list(values)]);
  return list(rows.flatMap(([label, html]) => (html === '' ? [] : [`<strong>${label}:</strong> ${html}`])));
}

/** Where the text comes from and on what terms, for feeds are passed on without their page. */
function attribution({ data, source }: Article, { locale, t }: FeedContext): string {
  const original = data.attribution;
  if (original === undefined || source === undefined) return '';
  const { licence, notice } = source;
  const lines = [
    `${t.relation[original.relation]} ${link(original.url, original.title)} ${t.by} ${asHtml(source.author)}, ${link(source.url, source.name)}, ${t.firstPublished} ${formatDay(dayOf(original.published), locale)}.`,
    licence &&
      `${t.licenceOfSource}: ${licence.url === undefined ? asHtml(licence.name) : link(licence.url, licence.name)}`,
    notice && `${t.notice}: ${asHtml(notice)}`,
  ];
  return `<hr>\n${lines.flatMap((line) => (line === undefined ? [] : [`<p>${line}</p>`])).join('\n')}`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function link(address: string, text: string): string {
  return `<a href="${asHtml(address).replaceAll('"', '&quot;')}">${asHtml(text)}</a>`;
}
