import { attachment, attachmentPath } from '../content/outline/attachments.ts';
import type { ArticleData, Kind, Talk } from '../content/schemas/article.ts';
import { formatDay } from '../i18n/date.ts';
import type { Article } from './articles.ts';
import type { Phrase } from './phrase.ts';
import { site, t } from './site.ts';

/** Something that an article's frontmatter says and its text doesn't. */
export interface Fact {
  label: string;
  /** One or more values: several talks or machines become a list, several days don't. */
  values: readonly Phrase[];
  isList: boolean;
}

/** Turns a path from the site's root into the address to show. */
export type Href = (path: string) => string;

type OfKind<K extends Kind> = Extract<ArticleData, { kind: K }>;

/** The facts specific to each kind; the compiler asks for those of a new kind here. */
const FACTS: { [K in Kind]: (data: OfKind<K>, article: Article, href: Href) => Fact[] } = {
  conference: ({ event, talks }) => [
    line(t.event, [{ text: event.name, own: true }]),
    ...(event.place === undefined ? [] : [line(t.place, [{ text: event.place, own: true }])]),
    {
      label: t.days,
      values: event.days.map((day) => [{ text: formatDay(day, site.locale), time: day }]),
      isList: false,
    },
    list(
      t.talks,
      talks.map((talk) => [
        { text: talkName(talk), own: true },
        { text: ' – ' },
        talk.speakers.length === 0
          ? { text: t.speakersUnknown }
          : { text: talk.speakers.join(', '), own: true },
      ]),
    ),
  ],
  benchmark: ({ testbed, method, data }, { file, path }, href) => {
    const attached = data === undefined ? undefined : attachment(data, file);
    return [
      list(t.testbed, testbed.map(own)),
      list(t.method, method.map(own)),
      ...(attached === undefined
        ? []
        : [line(t.data, [{ text: attached.name, href: href(attachmentPath(path, attached)) }])]),
    ];
  },
  guide: () => [],
  note: () => [],
};

/** The facts specific to an article's kind, in display order; used by the page, feeds, plain text and search. */
export function factsOf(article: Article, href: Href): Fact[] {
  const { data } = article;
  // The compiler can't see that each function gets data of its own kind.
  const facts = FACTS[data.kind] as (data: ArticleData, article: Article, href: Href) => Fact[];
  return facts(data, article, href).filter(({ values }) => values.length > 0);
}

/** What an article was written for: `GlusterFS 3.0.x on Fedora 13`; empty if it doesn't say. */
export function writtenFor({ data }: Article): string {
  return data.appliesTo
    .map(({ product, version, system }) =>
      [product, version, system && `${t.onSystem} ${system}`].filter(Boolean).join(' '),
    )
    .join('; ');
}

/** A talk's title in quotation marks, or else its topic: `“State of Fedora”`, `Sheepdog`. */
function talkName({ title, topic }: Talk): string {
  return title === undefined ? (topic ?? '') : `“${title}”`;
}

function line(label: string, value: Phrase): Fact {
  return { label, values: [value], isList: false };
}

function list(label: string, values: readonly Phrase[]): Fact {
  return { label, values, isList: true };
}

function own(text: string): Phrase {
  return [{ text, own: true }];
}
