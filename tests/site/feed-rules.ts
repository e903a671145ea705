import { htmlProblems } from './feed-html-rules.ts';
import { named, xmlTree, type XmlElement } from './xml-tree.ts';

/**
 * The W3C feed validator's rules for what our feeds contain, from its documentation and under its names: RSS 2.0 with the RSS
 * Advisory Board's profile, Atom, feed history. One rule is left out because it concerns what authors write: that a date before
 * 1990 or after today is implausible.
 */

const ATOM = '{http://www.w3.org/2005/Atom}';
const CONTENT = '{http://purl.org/rss/1.0/modules/content/}';
const CREATIVE_COMMONS = '{http://backend.userland.com/creativeCommonsRssModule}';
const DC = '{http://purl.org/dc/elements/1.1/}';
const HISTORY = '{http://purl.org/syndication/history/1.0}';

const RELATIONS = 'alternate current license next-archive prev-archive self via'.split(' ');

/** What is wrong with an RSS feed at an address. */
export function rssProblems(xml: string, address: string): string[] {
  const root = xmlTree(xml);
  const channel = root.children[0]!;
  const items = named(channel, 'item');
  return [
    ...expectThat(root.name === 'rss' && root.attributes['version'] === '2.0', 'InvalidRSSVersion'),
    ...structure(channel, {
      once: ['title', 'link', 'description', 'language', 'copyright', 'generator', 'docs'],
      atMostOnce: ['lastBuildDate', `${CREATIVE_COMMONS}license`],
      others: [`${ATOM}link`, 'item'],
    }),
    ...expectThat(
      channel.children.findIndex(({ name }) => name === 'item') + items.length >= channel.children.length ||
        items.length === 0,
      'MisplacedItem',
    ),
    ...[...named(channel, 'title'), ...named(channel, 'description')].flatMap(plainProblems),
    ...named(channel, 'link').flatMap(({ text }) => uriProblems(text)),
    ...named(channel, 'lastBuildDate').flatMap(({ text }) => rfc822Problems(text)),
    ...linkProblems(channel, address),
    ...duplicates(items, 'guid'),
    ...items.flatMap(itemProblems),
    ...characterProblems(xml),
  ];
}

function itemProblems(item: XmlElement): string[] {
  const names = item.children.map(({ name }) => name);
  return [
    ...structure(item, {
      once: ['title', 'link', 'guid', 'pubDate', 'description', `${ATOM}updated`, `${CONTENT}encoded`],
      atMostOnce: ['source', `${DC}language`, `${DC}contributor`, `${CREATIVE_COMMONS}license`],
      others: ['category', `${ATOM}link`, `${DC}creator`],
    }),
    ...expectThat(
      names.indexOf('description') < names.indexOf(`${CONTENT}encoded`),
      'NeedDescriptionBeforeContent',
    ),
    ...['title', 'category', 'source'].flatMap((name) => named(item, name)).flatMap(plainProblems),
    ...named(item, 'guid').flatMap(({ text, attributes }) => [
      ...uriProblems(text),
      ...expectThat(attributes['isPermaLink'] === 'false', 'InvalidPermalink'),
    ]),
    ...['link', `${CREATIVE_COMMONS}license`]
      .flatMap((name) => named(item, name))
      .flatMap(({ text }) => uriProblems(text)),
    ...named(item, 'source').flatMap(({ attributes }) => uriProblems(attributes['url'])),
    ...named(item, 'pubDate').flatMap(({ text }) => rfc822Problems(text)),
    ...named(item, `${ATOM}updated`).flatMap(({ text }) => rfc3339Problems(text)),
    ...['description', `${CONTENT}encoded`]
      .flatMap((name) => named(item, name))
      .flatMap(({ text }) => htmlProblems(text)),
    ...linkProblems(item),
  ];
}

/** What is wrong with an Atom feed at an address. */
export function atomProblems(xml: string, address: string): string[] {
  const feed = xmlTree(xml);
  const entries = named(feed, `${ATOM}entry`);
  const archive = named(feed, `${HISTORY}archive`).length > 0;
  const rels = named(feed, `${ATOM}link`).map(({ attributes }) => attributes['rel'] ?? 'alternate');
  return [
    ...expectThat(feed.name === `${ATOM}feed`, 'UndefinedElement'),
    ...structure(feed, {
      once: ['id', 'title', 'subtitle', 'updated', 'author', 'rights', 'generator'].map(inAtom),
      atMostOnce: [`${HISTORY}archive`],
      others: [`${ATOM}link`, `${ATOM}entry`],
    }),
    ...['title', 'subtitle', 'rights'].flatMap((name) => named(feed, inAtom(name))).flatMap(textProblems),
    ...named(feed, `${ATOM}id`).flatMap(({ text }) => uriProblems(text)),
    ...named(feed, `${ATOM}updated`).flatMap(({ text }) => rfc3339Problems(text)),
    ...linkProblems(feed, address),
    ...expectThat(!archive || rels.some((rel) => rel.endsWith('-archive')), 'ArchiveIncomplete'),
    ...expectThat(!archive || rels.includes('current'), 'MissingCurrentInArchive'),
    ...duplicates(entries, `${ATOM}id`),
    ...duplicates(entries, `${ATOM}updated`),
    ...entries.flatMap(entryProblems),
    ...characterProblems(xml),
  ];
}

function entryProblems(entry: XmlElement): string[] {
  return [
    ...structure(entry, {
      once: ['id', 'title', 'updated', 'published', 'author', 'summary', 'content'].map(inAtom),
      atMostOnce: ['rights', 'source', 'contributor'].map(inAtom),
      others: [`${ATOM}link`, `${ATOM}category`],
    }),
    ...['title', 'summary', 'rights'].flatMap((name) => named(entry, inAtom(name))).flatMap(textProblems),
    ...named(entry, `${ATOM}id`).flatMap(({ text }) => uriProblems(text)),
    ...['updated', 'published']
      .flatMap((name) => named(entry, inAtom(name)))
      .flatMap(({ text }) => rfc3339Problems(text)),
    ...named(entry, `${ATOM}category`).flatMap(({ attributes }) =>
      expectThat(attributes['term'] !== '', 'NotBlank'),
    ),
    ...named(entry, `${ATOM}content`).flatMap(({ text, attributes }) => [
      ...expectThat(attributes['type'] === 'html', 'InvalidTextType'),
      ...htmlProblems(text),
    ]),
    ...named(entry, `${ATOM}source`).flatMap((source) => [
      ...structure(source, {
        once: ['id', 'title', 'updated', 'author'].map(inAtom),
        atMostOnce: [],
        others: [`${ATOM}link`],
      }),
      ...linkProblems(source),
    ]),
    ...linkProblems(entry),
  ];
}

function inAtom(name: string): string {
  return `${ATOM}${name}`;
}

interface Structure {
  once: string[];
  atMostOnce: string[];
  others: string[];
}

function structure(element: XmlElement, { once, atMostOnce, others }: Structure): string[] {
  const count = (name: string): number => named(element, name).length;
  const known = [...once, ...atMostOnce, ...others];
  return [
    ...once.flatMap((name) => expectThat(count(name) > 0, `MissingElement ${name}`)),
    ...[...once, ...atMostOnce].flatMap((name) => expectThat(count(name) < 2, `DuplicateElement ${name}`)),
    ...element.children.flatMap(({ name }) => expectThat(known.includes(name), `UndefinedElement ${name}`)),
    ...expectThat(element.text.trim() === '', 'UnexpectedText'),
  ];
}

function linkProblems(parent: XmlElement, self?: string): string[] {
  const links = named(parent, `${ATOM}link`);
  const kinds = links.map(({ attributes }) => `${attributes['rel'] ?? ''} ${attributes['type'] ?? ''}`);
  const own = links.find(({ attributes }) => attributes['rel'] === 'self');
  return [
    ...expectThat(new Set(kinds).size === kinds.length, 'DuplicateAtomLink'),
    ...expectThat(self === undefined || own !== undefined, 'MissingSelf'),
    ...expectThat(own === undefined || own.attributes['href'] === self, 'SelfDoesntMatchLocation'),
    ...links.flatMap(({ attributes, text }) => [
      ...uriProblems(attributes['href']),
      ...expectThat(RELATIONS.includes(attributes['rel'] ?? ''), 'UnregisteredAtomLinkRel'),
      ...expectThat(attributes['title'] !== '', 'AttrNotBlank'),
      ...markupProblems(attributes['title'] ?? ''),
      ...expectThat(text === '', 'AtomLinkNotEmpty'),
    ]),
  ];
}

function duplicates(parents: readonly XmlElement[], name: string): string[] {
  const values = parents.flatMap((parent) => named(parent, name)).map(({ text }) => text);
  return expectThat(new Set(values).size === values.length, `DuplicateValue ${name}`);
}

/** RSS text that isn't HTML by the specification, but that readers take for HTML. */
function plainProblems({ text }: XmlElement): string[] {
  return [...expectThat(text !== '' && text === text.trim(), 'NotBlank'), ...closingTagProblems(text)];
}

/** Atom text: plain unless it says otherwise. */
function textProblems({ text, attributes }: XmlElement): string[] {
  const blank = expectThat(text !== '' && text === text.trim(), 'NotBlank');
  return [...blank, ...(attributes['type'] === 'html' ? htmlProblems(text) : markupProblems(text))];
}

function markupProblems(text: string): string[] {
  return [
    ...closingTagProblems(text),
    ...expectThat(!/&(?:#\w|[a-z]+;)/i.test(text), 'ContainsUndeclaredHTML'),
  ];
}

function closingTagProblems(text: string): string[] {
  return expectThat(!/<\/\w+>/.test(text), `ContainsHTML ${text}`);
}

function uriProblems(text: string | undefined): string[] {
  const good = /^[a-z][a-z0-9+.-]*:(?:\/\/)?[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]+$/i.test(text ?? '');
  return expectThat(good, `InvalidFullLink ${text ?? ''}`);
}

function rfc822Problems(text: string): string[] {
  const form = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
  return expectThat(form.test(text) && new Date(text).toUTCString() === text, `InvalidRFC2822Date ${text}`);
}

function rfc3339Problems(text: string): string[] {
  const good = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
  return expectThat(good, `InvalidRFC3339Date ${text}`);
}

function characterProblems(xml: string): string[] {
  return expectThat(!/[\u0080-\u009F\uFFFD]/.test(xml), 'BadCharacters');
}

function expectThat(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem];
}
