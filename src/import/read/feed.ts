import { createHash } from 'node:crypto';
import { counted } from '../../content/counted.ts';
import {
  emptyEntry,
  emptyPublication,
  StoredBody,
  type Body,
  type Entry,
  type EntryComment,
  type ListedPicture,
  type Publication,
  type Reading,
} from '../entry.ts';
import { refuse, type Tell } from '../note.ts';
import { commentsOf } from './comments.ts';
import { plainText } from './values.ts';
import { childrenOf, innerHtml, readXml, textAt, textOf, type XmlElement } from './xml.ts';

/** After this many faults in a document, one line gives the number of the others. */
const MOST_FAULTS = 5;

/**
 * Reads RSS 0.9 to 2.0, RDF Site Summary, Atom (RFC 4287 and 0.3) and WordPress's export into entries, in document
 * order. Faults in the XML are reported, and the rest is read.
 *
 * @param file its name, for the notes
 * @param from its address, if it was fetched
 */
export function readFeed(
  pieces: Iterable<string>,
  file: string,
  tell: Tell,
  from?: string,
): Reading | undefined {
  const items: Item[] = [];
  const pictures: ListedPicture[] = [];
  const others = new Map(Array.from(QUIET_TYPES, (type): [string, number[]] => [type, []]));
  let [found, faults] = [0, 0];
  const root = readXml(pieces, {
    isItem: (name, parent) => (name === 'item' || name === 'entry') && parent !== name,
    onItem: (item) => {
      found++;
      pictures.push(...pictureOf(item));
      const quiet = others.get(typeOf(item) ?? 'post');
      if (quiet !== undefined) quiet.push(item.line);
      else if (isText(item, file, tell)) items.push(readItem(item, file, tell));
    },
    onFault: ({ line, message }) => {
      if (++faults <= MOST_FAULTS) tell('refused', { file, line }, 'broken-xml', message, READ_ON);
    },
  });
  if (faults > MOST_FAULTS)
    refuse(
      tell,
      file,
      'broken-xml',
      `Unexpected XML in ${counted(faults - MOST_FAULTS, 'more place')}, expected it to be well-formed.`,
    );
  for (const [type, [line, ...more]] of others)
    if (line !== undefined)
      tell(
        'dropped',
        { file, line },
        'no-text',
        `Unexpected ${counted(1 + more.length, 'item')} of type \`${type}\`, expected posts and pages.`,
      );
  if (root === undefined || (found === 0 && !isFeed(root))) return undefined;
  const publication = structuredClone({ ...publicationOf(root), pictures });
  return { publication, entries: items.map((item) => entryOf(item, publication, from)) };
}

const READ_ON = 'Reading continued after it; check the entry there.';

function isFeed(root: XmlElement): boolean {
  return /^(?:rss|rdf|rdf:rdf|feed|channel)$/.test(root.name);
}

/** Blogger's backup mixes comments, settings and templates with posts: `…/blogger/2008/kind#comment`. */
function bloggerKind(item: XmlElement): string | undefined {
  return childrenOf(item, 'category')
    .map(({ attributes }) => /\/blogger\/2008\/kind#(\w+)$/.exec(attributes['term'] ?? '')?.[1])
    .find(Boolean);
}

function typeOf(item: XmlElement): string | undefined {
  return textAt(item, 'wp:post_type') ?? bloggerKind(item);
}

/** WordPress also exports trashed posts and the items of its plug-ins. */
function isText(item: XmlElement, file: string, tell: Tell): boolean {
  const type = typeOf(item);
  const status = textAt(item, 'wp:status');
  const [at, title] = [{ file, line: item.line }, textAt(item, 'title') ?? ''];
  if (type !== undefined && type !== 'post' && type !== 'page')
    tell('dropped', at, 'no-text', `Unexpected ${type} «${title}», expected a post or a page.`);
  else if (status === 'trash' || status === 'auto-draft')
    tell(
      'dropped',
      at,
      'thrown-away',
      `Unexpected ${status} «${title}», expected a text; it was not imported.`,
    );
  else return true;
  return false;
}

/** Items that aren't texts, such as menus, or pictures, which come with the texts that show them. They are only counted. */
const QUIET_TYPES = new Set(
  'attachment nav_menu_item revision custom_css customize_changeset oembed_cache wp_global_styles wp_navigation wp_template wp_template_part'.split(
    ' ',
  ),
);

/** The picture of a WordPress attachment. */
function pictureOf(item: XmlElement): ListedPicture[] {
  const url = webAddress(textAt(item, 'wp:attachment_url'));
  if (url === undefined || !/\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(new URL(url).pathname)) return [];
  const meta = childrenOf(item, 'wp:postmeta').find(
    (one) => textAt(one, 'wp:meta_key') === '_wp_attachment_image_alt',
  );
  const words = plainText((meta && textAt(meta, 'wp:meta_value')) ?? textAt(item, 'title')) ?? '';
  // A copy, because a part of a string keeps the whole one alive.
  return [
    structuredClone({
      id: textAt(item, 'wp:post_id') ?? '',
      post: textAt(item, 'wp:post_parent'),
      url,
      words,
    }),
  ];
}

function publicationOf(root: XmlElement): Publication {
  const head = childrenOf(root, 'channel')[0] ?? root;
  return {
    ...emptyPublication(),
    title: plainText(textAt(head, 'title')),
    address: webAddress(textAt(head, 'wp:base_blog_url') ?? linkOf(head)),
    authors: [
      ...authorsOf(head),
      ...childrenOf(head, 'wp:author').flatMap(
        (author) => plainText(textAt(author, 'wp:author_display_name', 'wp:author_login')) ?? [],
      ),
    ],
    language: textAt(head, 'language', 'dc:language') ?? head.language,
    licence: licenceOf(head),
    notice: plainText(textAt(head, 'copyright', 'rights', 'dc:rights', 'dcterms:rights')),
    tagDescriptions: new Map(
      childrenOf(head, 'wp:category', 'wp:tag').flatMap((element) => {
        const name = textAt(element, 'wp:cat_name', 'wp:tag_name');
        const description = plainText(textAt(element, 'wp:category_description', 'wp:tag_description'));
        return name === undefined || description === undefined
          ? []
          : [[name.toLowerCase(), description] as const];
      }),
    ),
  };
}

/** An item as far as it can be read without knowing the feed's address, which may only come after it. */
interface Item {
  /** Still without its key, addresses and what is in the next two. */
  entry: Omit<Entry, 'body'>;
  body: StoredBody;
  comments: EntryComment[];
  /** As written. */
  link: string | undefined;
  base: string | undefined;
  /** Its key if it has neither an id nor an address. */
  digest: string;
}

function readItem(item: XmlElement, file: string, tell: Tell): Item {
  const id = textAt(item, 'guid', 'id');
  const title = childrenOf(item, 'title')[0];
  const body = bodyOf(item);
  const whole = innerHtml(item);
  const digest = createHash('sha256').update(JSON.stringify(item.attributes) + whole);
  const entry = {
    ...emptyEntry(id ?? '', { file, line: item.line }),
    title: title && plainText(title.attributes['type'] === 'xhtml' ? innerHtml(title) : textOf(title)),
    id,
    published: dateOf(item),
    updated:
      textAt(item, 'updated', 'modified', 'dcterms:modified', 'wp:post_modified_gmt') ??
      item.attributes['lastmod'],
    tags: tagsOf(item),
    language: textAt(item, 'language', 'dc:language') ?? item.language,
    authors: authorsOf(item),
    summary: summaryOf(item, body),
    draft: isDraft(item),
    slug: textAt(item, 'wp:post_name'),
    number: textAt(item, 'wp:post_id'),
    licence: licenceOf(item),
    enclosures: enclosuresOf(item),
    isBlank: !/[^\s<>/]/.test(whole) && Object.keys(item.attributes).every((name) => name.startsWith('xml')),
  };
  // Copies, because a part of a string keeps the whole one alive: here, everything that was read with it.
  return {
    ...structuredClone({ entry, link: linkOf(item), base: item.base, digest: digest.digest('hex') }),
    body: new StoredBody(body ?? { form: 'plain', text: '', line: item.line }),
    comments: commentsOf(item, file, tell),
  };
}

function entryOf(
  { entry, body, comments, link, base, digest }: Item,
  publication: Publication,
  from: string | undefined,
): Entry {
  const address = webAddress(link, base ?? publication.address ?? from);
  return {
    ...entry,
    key: entry.id ?? address ?? digest,
    address,
    base: base ?? address ?? publication.address ?? from,
    body,
    comments,
  };
}

function dateOf(item: XmlElement): string | undefined {
  const written = [
    ...['wp:post_date_gmt', 'pubdate', 'published', 'issued', 'dc:date', 'dcterms:issued', 'dcterms:created'],
    ...['created', 'date', 'wp:post_date', 'updated', 'modified'],
  ].map((name) => textAt(item, name));
  return written.find((text) => text !== undefined && !text.startsWith('0000'));
}

/** The full text if there is one, or else the summary. */
function bodyOf(item: XmlElement): Body | undefined {
  const content = childrenOf(item, 'content:encoded', 'xhtml:body', 'xhtml:div', 'body', 'fullitem');
  const atom = childrenOf(item, 'content').filter(({ attributes }) => attributes['src'] === undefined);
  const short = childrenOf(item, 'description', 'summary', 'dc:description', 'tagline');
  const found = [...content, ...atom, ...short].find(
    (element) => textOf(element).trim() !== '' || hasElement(element),
  );
  if (found === undefined) return undefined;
  const isExport = childrenOf(item, 'wp:post_type', 'wp:post_id').length > 0;
  const body = contentOf(found);
  return isExport && found.name === 'content:encoded' ? { ...body, form: 'wordpress' } : body;
}

function hasElement(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string');
}

/** Atom declares the type of its texts; in RSS they are HTML. */
function contentOf(element: XmlElement): Body {
  const { line, attributes, name } = element;
  const type = (attributes['type'] ?? 'html').toLowerCase();
  const isAtom = ['content', 'summary', 'tagline'].includes(name);
  if (attributes['mode'] === 'base64' || attributes['encoding'] === 'base64')
    return { form: 'html', text: Buffer.from(textOf(element), 'base64').toString('utf8'), line };
  if (hasElement(element)) return { form: 'html', text: innerHtml(element), line };
  const isPlain = isAtom && (type === 'text' || type === 'text/plain') && attributes['mode'] !== 'escaped';
  return { form: isPlain ? 'plain' : 'html', text: textOf(element), line };
}

/** The summary, unless it is the text itself. */
function summaryOf(item: XmlElement, body: Body | undefined): string | undefined {
  const written = textAt(
    item,
    'excerpt:encoded',
    'summary',
    'description',
    'itunes:subtitle',
    'dc:description',
  );
  return written === undefined || written === body?.text.trim() ? undefined : plainText(written);
}

function tagsOf(item: XmlElement): string[] {
  return childrenOf(item, 'category', 'dc:subject').flatMap((element) => {
    const { attributes } = element;
    if (/^(?:post_format|nav_menu)$/.test(attributes['domain'] ?? '')) return [];
    // Blogger uses a category for the kind of an entry.
    if ((attributes['scheme'] ?? '').includes('schemas.google.com/g/2005#kind')) return [];
    return [attributes['label'] ?? attributes['term'] ?? textOf(element)].flatMap(
      (name) => plainText(name) ?? [],
    );
  });
}

function authorsOf(element: XmlElement): string[] {
  const found = childrenOf(element, 'author', 'dc:creator', 'itunes:author', 'managingeditor').flatMap(
    (author) => {
      const name = plainText(textAt(author, 'name') ?? (hasElement(author) ? undefined : textOf(author)));
      // RSS's author is an email address followed by the name: `a@example.org (Anna)`.
      return name === undefined ? [] : (/^\S+@\S+\s*\(([^)]+)\)$/.exec(name)?.[1] ?? name);
    },
  );
  return [...new Set(found)];
}

/** Files that belong to an entry: RSS's enclosures, Atom's enclosure links, Media RSS. */
function enclosuresOf(item: XmlElement): string[] {
  const ofMedia = childrenOf(item, 'media:content', 'media:group').flatMap((element) =>
    element.name === 'media:group' ? childrenOf(element, 'media:content') : [element],
  );
  const links = childrenOf(item, 'link').filter(({ attributes }) => attributes['rel'] === 'enclosure');
  const written = [...childrenOf(item, 'enclosure'), ...ofMedia, ...links].map(({ attributes }) =>
    webAddress(attributes['url'] ?? attributes['href'], item.base),
  );
  return [...new Set(written.filter((address) => address !== undefined))];
}

function linkOf(element: XmlElement): string | undefined {
  const links = childrenOf(element, 'link');
  const isOther =
    /^(?:self|edit|replies|enclosure|hub|next|prev|previous|first|last|license|related|via|search|service\..*|http:\/\/schemas.*)$/;
  const atom = links.filter(
    ({ attributes }) => attributes['href'] !== undefined && !isOther.test(attributes['rel'] ?? 'alternate'),
  );
  const written = links.map((link) => textOf(link).trim()).find(Boolean);
  const guid = childrenOf(element, 'guid').find(({ attributes }) => attributes['ispermalink'] !== 'false');
  const permanent = guid && /^https?:\/\//.test(textOf(guid).trim()) ? textOf(guid).trim() : undefined;
  const content = childrenOf(element, 'content')
    .map(({ attributes }) => attributes['src'])
    .find(Boolean);
  return (
    written ??
    atom[0]?.attributes['href'] ??
    permanent ??
    element.attributes['rdf:about'] ??
    element.attributes['href'] ??
    content
  );
}

function licenceOf(element: XmlElement): string | undefined {
  const [cc] = childrenOf(element, 'cc:license', 'cc:licence');
  const link = childrenOf(element, 'link').find(({ attributes }) => attributes['rel'] === 'license');
  return (
    textAt(element, 'creativecommons:license', 'dcterms:license') ??
    cc?.attributes['rdf:resource'] ??
    cc?.attributes['resource'] ??
    (cc && textOf(cc).trim() ? textOf(cc).trim() : undefined) ??
    link?.attributes['href']
  );
}

/** WordPress's drafts, pending and private posts; Atom's drafts according to RFC 5023. */
function isDraft(item: XmlElement): boolean {
  const status = textAt(item, 'wp:status') ?? 'publish';
  const control = childrenOf(item, 'app:control')[0];
  return (
    !['publish', 'inherit', 'static'].includes(status) ||
    textAt(item, 'wp:post_password') !== undefined ||
    (control !== undefined && textAt(control, 'app:draft') === 'yes')
  );
}

/** Makes an address absolute; undefined if it isn't on the web. */
export function webAddress(written: string | undefined, base?: string): string | undefined {
  const text = written?.trim();
  const address = text ? URL.parse(text, base) : null;
  return address !== null && /^https?:$/.test(address.protocol) ? address.href : undefined;
}
