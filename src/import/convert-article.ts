import { posix } from 'node:path';
import type { Image, Link, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { LIMITS } from '../checks/files/limits.ts';
import { placeholderNames } from '../commands/placeholders.ts';
import type { Kind } from '../content/schemas/article.ts';
import { articleText, asDescription, type ImportedFrontmatter } from './article-text.ts';
import { repairText } from './code/fence.ts';
import type { ImportedFence, Repair, WrittenCode } from './code/written-code.ts';
import { placeCode, todoMarker } from './convert/code-blocks.ts';
import { convertBody } from './convert/convert.ts';
import type { Conversion } from './convert/conversion.ts';
import { arrangeHeadings } from './convert/headings.ts';
import { readsBack, toMdx, toMdxByParts } from './convert/mdx.ts';
import { trimAutolinks } from './convert/autolinks.ts';
import { evenTables } from './convert/even-tables.ts';
import { resolveReferences } from './convert/references.ts';
import { cleanProse } from './convert/prose.ts';
import type { Dialect } from './convert/templates.ts';
import type { Entry, ListedPicture } from './entry.ts';
import { guessKind } from './kind.ts';
import { articleUrl, encoded, fileAt, followLink, type Surroundings } from './links.ts';
import { settled } from './settle.ts';
import type { Note, NoteCode, NoteKind } from './note.ts';
import { attachedName, checkPicture, wordsOfName, type Attached } from './pictures.ts';
import type { PlannedArticle } from './plan.ts';
import { decode } from './read/decode.ts';
import { plainTextOf } from './read/plain-text.ts';

/** What the conversion of a text knows and can ask. */
export interface Workshop {
  dialect: Dialect;
  around: Surroundings;
  /** Pictures for the galleries of WordPress. */
  pictures: readonly ListedPicture[];
  /** Settings of the site that Liquid can quote. */
  values: ReadonlyMap<string, string>;
  /** Reads a file of the imported folder. */
  readFile: (path: string) => Uint8Array | undefined;
  /** Fetches a remote picture; undefined if remote pictures stay where they are. */
  fetchPicture: ((address: string) => Promise<Uint8Array | { fault: string }>) | undefined;
  /** The attribution of an article; undefined for the person's own texts. */
  attributionOf: (article: PlannedArticle) => ImportedAttribution | undefined;
}

/** The attribution in an article's frontmatter. */
export type ImportedAttribution = NonNullable<ImportedFrontmatter['attribution']>;

/** An article, ready to be written. */
export interface ConvertedArticle {
  slug: string;
  key: string;
  text: string;
  files: Attached[];
  kind: Kind;
  /** Its tags, of which some may have to be created. */
  tags: string[];
  notes: Note[];
  blocks: Readonly<Record<'sessions' | 'scripts' | 'others', number>>;
  /** The anchors of its headings, and the source's names for them. */
  anchors: Anchors;
  /** Links to headings of other articles, which can only be resolved once those are converted. */
  waiting: { slug: string; fragment: string; url: string }[];
}

export interface Anchors {
  ids: string[];
  /** Anchors by the source's name. */
  named: Map<string, string>;
}

/** Converts the text of a planned article, and reports everything that happens on the way. */
export async function convertArticle(article: PlannedArticle, workshop: Workshop): Promise<ConvertedArticle> {
  return new Article(article, workshop).convert();
}

/** A converted text whose code isn't in its fences yet. */
interface ConvertedBody {
  tree: Root;
  declared: Map<string, string>;
  codes: WrittenCode[];
}

/** Longer texts, or texts with more tags, are data rather than something to read. */
const LONGEST_TEXT = 3_000_000;
const MOST_TAGS = 150_000;

class Article {
  readonly #article: PlannedArticle;
  readonly #workshop: Workshop;
  readonly #notes: Note[] = [];
  readonly #told = new Set<string>();
  readonly #files = new Map<string, Attached>();
  readonly #names = new Map<string, string>();
  readonly #waiting: ConvertedArticle['waiting'] = [];

  constructor(article: PlannedArticle, workshop: Workshop) {
    this.#article = article;
    this.#workshop = workshop;
  }

  get #entry(): Entry {
    return this.#article.entry;
  }

  async convert(): Promise<ConvertedArticle> {
    try {
      return await this.#finish(this.#tree());
    } catch (error) {
      // Nested too deeply for the stack.
      if (!(error instanceof RangeError)) throw error;
      return this.#finish(this.#onlyWords());
    }
  }

  async #finish({ tree, declared, codes }: ConvertedBody): Promise<ConvertedArticle> {
    const { fences, empty } = placeCode(tree, codes);
    if (empty > 0)
      this.#tell(
        'dropped',
        'empty-block',
        `Unexpected ${empty === 1 ? 'block' : `${empty} blocks`} of code with nothing in it, expected code.`,
      );
    resolveReferences(tree);
    trimAutolinks(tree);
    evenTables(tree);
    this.#addEnclosures(tree);
    const inline = cleanProse(tree);
    const title = this.#title(tree);
    const { ids, idOfText } = arrangeHeadings(tree, title);
    const named = new Map(namedAnchors(declared, idOfText));
    this.#followLinks(tree, { ids, named });
    await this.#bringPictures(tree);
    cleanProse(tree);
    this.#fillEmpty(tree, title);
    const kind = guessKind(tree, (code) =>
      fences.some((fence) => fence.commands > 0 && code.type === 'code' && code.value === fence.text),
    );
    const text = this.#write(kind, title, tree, fences);
    this.#tellPlaces(text, fences, inline);
    return {
      slug: this.#article.slug,
      key: this.#entry.key,
      text,
      files: [...this.#files.values()],
      kind,
      tags: this.#article.tags,
      notes: this.#notes,
      blocks: countBlocks(fences),
      anchors: { ids, named },
      waiting: this.#waiting,
    };
  }

  #tell(kind: NoteKind, code: NoteCode, message: string, line = 0, hint?: string): void {
    const at = { file: this.#entry.at.file, line: line === 0 ? this.#entry.at.line : line };
    const known = `${code}\n${message}`;
    if (this.#told.has(known)) return;
    this.#told.add(known);
    this.#notes.push({ kind, at, code, message, hint });
  }

  /** The tree of a text; if the text is too large, only its words. */
  #tree(): ConvertedBody {
    const { body } = this.#entry;
    if (body.text.length > LONGEST_TEXT || countOf(body.text, '<') > MOST_TAGS) return this.#onlyWords();
    const conversion: Conversion = {
      codes: [],
      drop: (what, line) => {
        this.#tell(
          'dropped',
          'no-form',
          `Unexpected ${what}, expected what an article can have.`,
          line === undefined ? 0 : body.line + line,
        );
      },
      addressOf: (name) => {
        const { book } = this.#workshop.around;
        const slug = book.findFile(name) ?? book.find(`/${name}`) ?? this.#byLastName(name);
        return slug === undefined ? undefined : articleUrl(slug);
      },
      textOf: (path) => this.#textOf(path),
      galleryOf: (ids) => this.#galleryOf(ids),
      valueOf: (name) => this.#pageValues()[name] ?? this.#workshop.values.get(name),
    };
    const { tree, anchors } = convertBody(body, this.#workshop.dialect, conversion);
    return { tree, declared: anchors, codes: conversion.codes };
  }

  #textOf(path: string): string | undefined {
    const { around, readFile } = this.#workshop;
    const found = ['', 'docs/']
      .map((folder) => posix.normalize(folder + path))
      .find((name) => around.hasFile(name));
    const bytes = found === undefined ? undefined : readFile(found);
    return bytes && decode(bytes).text;
  }

  /** In the order of the numbers, or else of the export. */
  #galleryOf(ids: readonly string[]): ListedPicture[] {
    const { pictures } = this.#workshop;
    if (ids.length > 0) return ids.flatMap((id) => pictures.find((picture) => picture.id === id) ?? []);
    const { number } = this.#entry;
    return number === undefined ? [] : pictures.filter(({ post }) => post === number);
  }

  #pageValues(): Record<string, string | undefined> {
    const { title, authors, summary } = this.#entry;
    return { 'page.title': title, 'page.author': authors[0], 'page.description': summary };
  }

  #onlyWords(): ConvertedBody {
    const { text } = this.#entry.body;
    this.#tell(
      'to do',
      'too-much',
      `Unexpected text of ${text.length} characters, too long or too deeply nested for an article, expected less; only its words were imported.`,
    );
    const words = plainTextOf(text.slice(0, LONGEST_TEXT)).slice(0, 100_000);
    const tree: Root = {
      type: 'root',
      children: [
        todoMarker('only the words of this text could be imported'),
        { type: 'paragraph', children: [{ type: 'text', value: words }] },
      ],
    };
    return { tree, declared: new Map(), codes: [] };
  }

  /** `{{< ref "post.md" >}}` and `{% post_url 2010-05-28-post %}` name a file in any folder. */
  #byLastName(name: string): string | undefined {
    const { book } = this.#workshop.around;
    return ['_posts/', 'content/', 'content/posts/', 'docs/', this.#entry.path?.replace(/[^/]*$/, '') ?? '']
      .map((folder) => book.findFile(folder + name))
      .find(Boolean);
  }

  #title(tree: Root): string {
    if (this.#article.title !== undefined) return this.#article.title.slice(0, 300);
    const heading = tree.children.find(({ type }) => type === 'heading');
    const text =
      heading ?? tree.children.find((node) => node.type === 'paragraph' && toString(node).trim() !== '');
    const words = text === undefined ? '' : toString(text).replace(/\s+/g, ' ').trim();
    const found =
      words === ''
        ? (this.#entry.summary ?? nameOfAddress(this.#entry.address) ?? this.#article.slug)
        : words;
    const title = found.length > 80 ? `${found.slice(0, 79).replace(/\s+\S*$/, '')}…` : found;
    this.#tell(
      'assumed',
      'no-title',
      `Unexpected entry without a title, expected one; it is called «${title}» after its text.`,
    );
    return title;
  }

  /** An entry may only have a title. Then its text becomes its summary or a link. */
  #fillEmpty(tree: Root, title: string): void {
    if (tree.children.length > 0) return;
    const { summary, address } = this.#entry;
    const link: PhrasingContent =
      address === undefined
        ? { type: 'text', value: title }
        : { type: 'link', url: encoded(address), children: [{ type: 'text', value: title }] };
    tree.children.push({
      type: 'paragraph',
      children: summary === undefined ? [link] : [{ type: 'text', value: summary }],
    });
    this.#tell(
      'assumed',
      'no-text',
      'Unexpected entry without a text, expected one; its summary or a link took its place.',
    );
  }

  /** Adds files that belong to the entry but that its text doesn't link to. */
  #addEnclosures(tree: Root): void {
    const { enclosures, body } = this.#entry;
    for (const url of enclosures) {
      if (body.text.includes(url)) continue;
      const name = nameOfAddress(url) ?? url;
      tree.children.push({
        type: 'paragraph',
        children: [{ type: 'link', url, children: [{ type: 'text', value: name }] }],
      });
    }
  }

  #followLinks(tree: Root, anchors: Anchors): void {
    visit(tree, (node, index, parent) => {
      if (node.type !== 'link' || parent === undefined || index === undefined) return undefined;
      const url = this.#urlOf(node.url, anchors);
      if (url === undefined) {
        (parent.children as RootContent[]).splice(index, 1, ...(node.children as RootContent[]));
        return [SKIP, index];
      }
      node.url = url;
      if (toString(node).trim() === '' && !hasPicture(node))
        node.children = [{ type: 'text', value: node.title ?? node.url }];
      return undefined;
    });
  }

  #urlOf(written: string, anchors: Anchors): string | undefined {
    const target = followLink(written, this.#entry, this.#workshop.around);
    switch (target.to) {
      case 'address':
        return target.url;
      case 'heading': {
        const id = anchorOf(target.fragment, anchors);
        if (id !== undefined) return `#${encoded(id)}`;
        if (!/^(?:top|_top)?$/.test(target.fragment))
          this.#tell(
            'dropped',
            'dead-anchor',
            `Unexpected link to \`#${target.fragment.slice(0, 80)}\`, expected a heading of this text; the link's text was kept.`,
          );
        return undefined;
      }
      case 'article': {
        if (target.fragment === undefined) return articleUrl(target.slug);
        const url = articleUrl(target.slug, target.fragment);
        this.#waiting.push({ slug: target.slug, fragment: target.fragment, url });
        return url;
      }
      case 'file':
        return this.#attach(target.path);
      case 'nowhere':
        this.#tell(
          'dropped',
          'dead-link',
          `Unexpected ${target.why}, expected an address that exists; the link's text was kept.`,
        );
        return undefined;
    }
  }

  /** Puts a linked file next to the article. */
  #attach(path: string): string | undefined {
    const known = this.#names.get(path);
    if (known !== undefined) return `./${known}`;
    const bytes = this.#workshop.readFile(path);
    if (bytes === undefined || bytes.length === 0) {
      this.#tell(
        'dropped',
        'unreadable-file',
        `Unexpected file \`${path}\`, which cannot be read, is empty or has more than 32 MB, expected one to link to; the link's text was kept.`,
      );
      return undefined;
    }
    return `./${this.#keep(path, bytes, undefined)}`;
  }

  #keep(source: string, bytes: Uint8Array, ending: string | undefined): string {
    const name = attachedName(source, ending, new Set(['index.mdx', ...this.#files.keys()]));
    this.#files.set(name, { name, bytes });
    this.#names.set(source, name);
    return name;
  }

  /** Puts pictures next to the article. One that can't be had becomes a link or its text. */
  async #bringPictures(tree: Root): Promise<void> {
    const found: { picture: Picture; ancestors: Parents[] }[] = [];
    visitParents(tree, (node, ancestors) => {
      const picture = pictureOf(node);
      if (picture !== undefined) found.push({ picture, ancestors: [...ancestors] as Parents[] });
    });
    for (const { picture, ancestors } of found) {
      const src = await this.#picture(picture.url);
      if (typeof src === 'string') picture.place(src, this.#words(picture));
      else replacePicture(picture, ancestors, src.link, this.#words(picture));
    }
  }

  #words({ alt, url, caption }: Picture): string {
    const words = alt.replace(/\s+/g, ' ').trim();
    if (words !== '') return words;
    const other = caption ?? wordsOfName(url);
    this.#tell(
      'to do',
      'picture-without-words',
      `Unexpected picture \`${url.slice(0, 120)}\` without alternative text, expected a description; it was described as «${other}».`,
    );
    return other;
  }

  /** The picture's name next to the article; otherwise the address that it has elsewhere, if any. */
  async #picture(written: string): Promise<string | { link: string | undefined }> {
    const known = this.#names.get(written);
    if (known !== undefined) return `./${known}`;
    const { around, readFile, fetchPicture } = this.#workshop;
    const isRemote = /^(?:https?:)?\/\//i.test(written);
    const path =
      this.#entry.path === undefined || isRemote
        ? undefined
        : fileAt(decodedPath(written), this.#entry.path, around);
    if (path !== undefined)
      return (await this.#keepPicture(written, readFile(path) ?? new Uint8Array())) ?? { link: undefined };
    const target = followLink(written, this.#entry, { ...around, hasFile: () => false });
    const address = target.to === 'address' && /^https?:/.test(target.url) ? target.url : undefined;
    if (address === undefined) {
      this.#tell(
        'dropped',
        'missing-picture',
        `Unexpected picture \`${written.slice(0, 120)}\`, expected a file that exists; its alternative text was kept.`,
      );
      return { link: undefined };
    }
    if (fetchPicture === undefined) {
      this.#tell(
        'dropped',
        'remote-picture',
        `Unexpected remote picture, \`${address.slice(0, 160)}\`, expected a file; a link took its place.`,
        0,
        '--fetch-images fetches it, if its licence allows that.',
      );
      return { link: address };
    }
    const bytes = await fetchPicture(address);
    if ('fault' in bytes) {
      this.#tell(
        'dropped',
        'missing-picture',
        `Unexpected ${bytes.fault} at \`${address.slice(0, 160)}\`, expected a picture; a link took its place.`,
      );
      return { link: address };
    }
    return (await this.#keepPicture(written, bytes)) ?? { link: address };
  }

  async #keepPicture(written: string, bytes: Uint8Array): Promise<string | undefined> {
    const checked = await checkPicture(bytes);
    if ('ending' in checked) {
      if (checked.bytes !== bytes)
        this.#tell(
          'assumed',
          'large-picture',
          `Unexpected picture \`${written.slice(0, 120)}\` of more than ${LIMITS.pixels} pixels a side, expected a smaller one; it was reduced.`,
        );
      return `./${this.#keep(written, checked.bytes, checked.ending)}`;
    }
    this.#tell(
      'dropped',
      'bad-picture',
      `Unexpected ${checked.fault} in \`${written.slice(0, 120)}\`, expected a picture that browsers show.`,
    );
    return undefined;
  }

  /** Writes the article's text. If it can't be read back as a whole, writes it part by part. */
  #write(kind: Kind, title: string, tree: Root, fences: readonly ImportedFence[]): string {
    const { text, outline } = settled(this.#text(kind, title, tree, fences, toMdx(tree)));
    if (readsBack(outline, tree)) return text;
    const { mdx, failed } = toMdxByParts(tree);
    if (failed > 0)
      this.#tell(
        'to do',
        'lost-markup',
        `Unexpected ${failed === 1 ? 'part' : `${failed} parts`} of the text that could not be written as Markdown, expected all of it; see the marker.`,
      );
    return settled(this.#text(kind, title, tree, fences, mdx)).text;
  }

  #text(kind: Kind, title: string, tree: Root, fences: readonly ImportedFence[], mdx: string): string {
    const { published, updated, tags, language, id, aliases } = this.#article;
    const hosts = [...new Set(fences.flatMap((fence) => fence.hosts))];
    // In a guide for several machines every command names its host, so that each host gets its script.
    const areClear = kind !== 'guide' || hosts.length < 2 || !fences.some(({ hostless }) => hostless);
    const areDeclared = hosts.length > 0 && areClear && hosts.every((host) => HOST.test(host));
    const placeholders = [
      ...new Set(fences.flatMap(({ text, meta }) => [...placeholderNames(text), ...placeholderNames(meta)])),
    ];
    if (placeholders.length > 0)
      this.#tell(
        'to do',
        'placeholder',
        `Unexpected ${placeholders.map((name) => `\`{{${name}}}\``).join(', ')} in code, expected text; each is treated as a value that the reader fills in.`,
      );
    return articleText(
      {
        kind,
        title,
        description: asDescription(this.#entry.summary ?? firstWords(tree) ?? title),
        published,
        updated,
        tags,
        lang: language,
        attribution: this.#workshop.attributionOf({ ...this.#article, title }),
        id,
        aliases: aliases.length === 0 ? undefined : aliases,
        draft: this.#entry.draft ? true : undefined,
        hosts: areDeclared ? hosts : undefined,
        placeholders:
          placeholders.length === 0
            ? undefined
            : Object.fromEntries(
                placeholders.map((name) => [name, { label: name.replaceAll('_', ' '), example: name }]),
              ),
      },
      mdx,
    );
  }

  /** Reports repairs and markers with their lines in the article. */
  #tellPlaces(text: string, fences: readonly ImportedFence[], inline: readonly Repair[]): void {
    const file = `articles/${this.#article.slug}/index.mdx`;
    const lines = text.split('\n');
    const offset = lines.indexOf('---', 1) + 2;
    const firstLines = linesOfFences(lines, offset);
    fences.forEach(({ repairs }, index) => {
      for (const repair of repairs) {
        this.#notes.push({
          kind: 'repaired',
          at: { file, line: (firstLines[index] ?? 1) + repair.line },
          code: 'unsafe-character',
          message:
            'Unexpected markup, or typographic or invisible characters, in code, expected plain ones; repaired.',
          hint: repairText(repair),
        });
      }
    });
    for (const repair of inline) {
      const line =
        lines.findIndex((one, number) => number >= offset && one.includes(repair.after.slice(0, 60))) + 1;
      this.#notes.push({
        kind: 'repaired',
        at: { file, line: Math.max(1, line) },
        code: 'unsafe-character',
        message:
          'Unexpected markup, or typographic or invisible characters, in code, expected plain ones; repaired.',
        hint: repairText(repair),
      });
    }
    lines.forEach((line, index) => {
      const todo = /\{\/\* todo: (.*?) \*\/\}/.exec(line)?.[1];
      if (todo !== undefined)
        this.#notes.push({
          kind: 'to do',
          at: { file, line: index + 1 },
          code: 'to-do',
          message: sentence(todo),
        });
    });
  }
}

const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
}

/** The line of the file on which each fence's code begins, in order. */
function linesOfFences(lines: readonly string[], from: number): number[] {
  const found: number[] = [];
  let mark: string | undefined;
  lines.forEach((line, index) => {
    if (index < from) return;
    const fence = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,})/.exec(line)?.[1];
    if (fence === undefined) return;
    if (mark === undefined) {
      mark = fence;
      found.push(index + 2);
    } else if (fence.length >= mark.length && /^[\s>]*`+\s*$/.test(line)) mark = undefined;
  });
  return found;
}

function namedAnchors(
  declared: ReadonlyMap<string, string>,
  idOfText: ReadonlyMap<string, string>,
): [string, string][] {
  return [...declared].flatMap(([id, heading]): [string, string][] => {
    const own = idOfText.get(plainHeading(heading));
    return own === undefined ? [] : [[id, own]];
  });
}

function plainHeading(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|(?<!\w)_|_(?!\w)/g, '')
    .trim()
    .toLowerCase();
}

/** Finds a heading's anchor by the source's name for it. Generators differ in hyphens and case. */
export function anchorOf(fragment: string, { ids, named }: Anchors): string | undefined {
  if (ids.includes(fragment)) return fragment;
  const loose = (id: string): string => id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return named.get(fragment) ?? ids.find((id) => loose(id) === loose(fragment) && loose(id) !== '');
}

function countBlocks(fences: readonly ImportedFence[]): ConvertedArticle['blocks'] {
  const sessions = fences.filter(({ language }) => language === 'console').length;
  const scripts = fences.filter(({ language, commands }) => language !== 'console' && commands > 0).length;
  return { sessions, scripts, others: fences.length - sessions - scripts };
}

function firstWords(tree: Root): string | undefined {
  const paragraph = tree.children.find(
    (node) =>
      node.type === 'paragraph' &&
      toString(node).replace(/[^\p{L}]/gu, '').length > 15 &&
      !/^https?:\S+$/.test(toString(node).trim()),
  );
  const text =
    paragraph === undefined
      ? ''
      : toString(paragraph, { includeImageAlt: false }).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

function nameOfAddress(address: string | undefined): string | undefined {
  return address === undefined
    ? undefined
    : new URL(address).pathname.split('/').findLast(Boolean)?.replace(/[-_]+/g, ' ');
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count++;
  return count;
}

function decodedPath(address: string): string {
  const path = address.replace(/[?#].*$/s, '').trim();
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A Markdown picture, or the one in a `<Figure>`. */
interface Picture {
  node: Image | MdxJsxFlowElement;
  url: string;
  alt: string;
  caption: string | undefined;
  place: (src: string, alt: string) => void;
}

function pictureOf(node: Nodes): Picture | undefined {
  if (node.type === 'image') {
    const place = (src: string, alt: string): void => {
      Object.assign(node, { url: src, alt });
    };
    return { node, url: node.url, alt: node.alt ?? '', caption: node.title ?? undefined, place };
  }
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Figure') return undefined;
  const value = (name: string): string => {
    const values = node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && attribute.name === name ? [attribute.value] : [],
    );
    return typeof values[0] === 'string' ? values[0] : '';
  };
  const place = (src: string, alt: string): void => {
    node.attributes = [
      { type: 'mdxJsxAttribute', name: 'src', value: src },
      { type: 'mdxJsxAttribute', name: 'alt', value: alt },
    ];
  };
  return {
    node,
    url: value('src'),
    alt: value('alt'),
    caption: toString(node).replace(/\s+/g, ' ').trim() || undefined,
    place,
  };
}

/** Replaces a picture by a link or text; within a link only by text. */
function replacePicture(
  { node }: Picture,
  ancestors: readonly Parents[],
  link: string | undefined,
  words: string,
): void {
  const parent = ancestors.at(-1);
  const siblings = parent?.children ?? [];
  const index = siblings.indexOf(node);
  if (index === -1) return;
  const text: PhrasingContent = { type: 'text', value: words };
  const isInLink = ancestors.some(({ type }) => type === 'link');
  const instead: Link | PhrasingContent =
    link === undefined || isInLink ? text : { type: 'link', url: encoded(link), children: [text] };
  const nodes: RootContent[] =
    node.type === 'image'
      ? [instead]
      : [{ type: 'paragraph', children: [instead] }, ...(node.children as RootContent[])];
  siblings.splice(index, 1, ...nodes);
}

function hasPicture(node: Nodes): boolean {
  let found = false;
  visit(node, 'image', () => {
    found = true;
  });
  return found;
}
