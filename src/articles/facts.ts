import { attachment, attachmentPath } from '../content/outline/attachments.ts';
import type { ArticleData, Kind } from '../content/schemas/article.ts';
import type { Locale } from '../content/schemas/localized.ts';
import { formatDay } from '../i18n/date.ts';
import type { Dictionary } from '../i18n/en.ts';
import type { Article } from './articles.ts';
import type { Phrase } from './phrase.ts';
import { talkName } from './talks.ts';

/** Something that an article's frontmatter says and its text doesn't. */
export interface Fact {
  label: string;
  /** One or several; several talks or machines are a list, several days are not. */
  values: readonly Phrase[];
  isList: boolean;
}

/** Where facts are shown. */
export interface FactContext {
  /** A path from the site's root → what stands there. */
  href: (path: string) => string;
  locale: Locale;
  t: Dictionary;
}

type OfKind<K extends Kind> = Extract<ArticleData, { kind: K }>;

/** What each kind has of its own; for a new kind the compiler asks for its facts here. */
const FACTS: { [K in Kind]: (data: OfKind<K>, article: Article, context: FactContext) => Fact[] } = {
  conference: ({ event, talks }, _article, { locale, t }) => [
    line(t.event, [{ text: event.name, own: true }]),
    ...(event.place === undefined ? [] : [line(t.place, [{ text: event.place, own: true }])]),
    {
      label: t.days,
      values: event.days.map((day) => [{ text: formatDay(day, locale), time: day }]),
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
  benchmark: ({ testbed, method, data }, { file, path }, { href, t }) => {
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

/** What an article of its kind has of its own, in the order in which it is shown; for page, feeds, plain text and search. */
export function factsOf(article: Article, context: FactContext): Fact[] {
  const { data } = article;
  // The compiler doesn't see that a kind's function gets data of this kind.
  const facts = FACTS[data.kind] as (data: ArticleData, article: Article, context: FactContext) => Fact[];
  return facts(data, article, context).filter(({ values }) => values.length > 0);
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
