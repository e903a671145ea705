import type { Root } from 'mdast';
import { placeholderNames } from '../../commands/placeholders.ts';
import type { ImportedFence } from '../code/written-code.ts';
import { trimAutolinks } from '../convert/autolinks.ts';
import type { ConvertedBody } from '../convert/convert.ts';
import { evenTables } from '../convert/even-tables.ts';
import { readsBack, toMdx, toMdxByParts } from '../convert/mdx.ts';
import { cleanProse } from '../convert/prose.ts';
import type { Note } from '../note.ts';
import type { PlannedArticle } from '../plan.ts';
import type { ArticleFile } from '../write/article-folder.ts';
import type { Anchors } from './anchors.ts';
import { followLinks, type WaitingLink } from './article-links.ts';
import { bringPictures } from './article-pictures.ts';
import { articleText, asDescription, type ImportedFrontmatter } from './article-text.ts';
import { Attachments } from './attachments.ts';
import { entryBody, onlyWords } from './entry-body.ts';
import { EntryNotes } from './entry-notes.ts';
import { arrangeHeadings } from './headings.ts';
import { guessKind } from './kind.ts';
import { placedNotes } from './placed-notes.ts';
import { settled } from './settle.ts';
import { addEnclosures, fillEmpty, firstWords, titleOf } from './missing-parts.ts';
import type { Desk, Workshop } from './workshop.ts';

/** An article, ready to be written. */
export interface ConvertedArticle {
  article: PlannedArticle;
  text: string;
  files: ArticleFile[];
  kind: ImportedFrontmatter['kind'];
  notes: Note[];
  blocks: Record<'sessions' | 'scripts' | 'others', number>;
  anchors: Anchors;
  waiting: WaitingLink[];
}

/** Converts the text of a planned article, and reports everything that happens on the way. */
export async function convertArticle(article: PlannedArticle, workshop: Workshop): Promise<ConvertedArticle> {
  const notes = new EntryNotes(article.entry);
  try {
    return await finished(article, workshop, entryBody(article.entry, workshop, notes), notes);
  } catch (error) {
    // Nested too deeply for the stack.
    if (!(error instanceof RangeError)) throw error;
    return finished(article, workshop, onlyWords(article.entry, notes), notes);
  }
}

async function finished(
  article: PlannedArticle,
  workshop: Workshop,
  { tree, declared, fences, empty }: ConvertedBody,
  notes: EntryNotes,
): Promise<ConvertedArticle> {
  const { entry, slug } = article;
  if (empty > 0)
    notes.tell(
      'dropped',
      'empty-block',
      `Unexpected ${empty === 1 ? 'block' : `${empty} blocks`} of code with nothing in it, expected code.`,
    );
  trimAutolinks(tree);
  evenTables(tree);
  addEnclosures(tree, entry);
  const inline = cleanProse(tree);
  const title = titleOf(article, tree, notes);
  const anchors = arrangeHeadings(tree, title, declared);
  const attachments = new Attachments();
  const desk: Desk = { ...workshop, entry, anchors, attachments, notes };
  const waiting = followLinks(tree, desk);
  await bringPictures(tree, desk);
  cleanProse(tree);
  fillEmpty(tree, entry, title, notes);
  const kind = guessKind(tree, (code) =>
    fences.some((fence) => fence.commands > 0 && code.type === 'code' && code.value === fence.text),
  );
  const attribution = workshop.attributionOf({ ...article, title });
  const head = frontmatterOf(article, { kind, title, attribution }, tree, fences);
  tellPlaceholders(head, notes);
  const text = written(head, tree, notes);
  return {
    article,
    text,
    files: attachments.files,
    kind,
    notes: [...notes.all, ...placedNotes(`articles/${slug}/index.mdx`, text, fences, inline)],
    blocks: countBlocks(fences),
    anchors,
    waiting,
  };
}

function frontmatterOf(
  { entry, published, updated, tags, language, id, aliases }: PlannedArticle,
  own: Pick<ImportedFrontmatter, 'kind' | 'title' | 'attribution'>,
  tree: Root,
  fences: readonly ImportedFence[],
): ImportedFrontmatter {
  const hosts = [...new Set(fences.flatMap((fence) => fence.hosts))];
  // In a guide for several machines every command names its host, so that each host gets its script.
  const areClear = own.kind !== 'guide' || hosts.length < 2 || !fences.some(({ hostless }) => hostless);
  const areDeclared = hosts.length > 0 && areClear && hosts.every((host) => HOST.test(host));
  const placeholders = new Set(
    fences.flatMap(({ text, meta }) => [...placeholderNames(text), ...placeholderNames(meta)]),
  );
  return {
    kind: own.kind,
    title: own.title,
    description: asDescription(entry.summary ?? firstWords(tree) ?? own.title),
    published,
    updated,
    tags,
    lang: language,
    attribution: own.attribution,
    id,
    aliases: aliases.length === 0 ? undefined : aliases,
    draft: entry.draft ? true : undefined,
    hosts: areDeclared ? hosts : undefined,
    placeholders:
      placeholders.size === 0
        ? undefined
        : Object.fromEntries(
            [...placeholders].map((name) => [name, { label: name.replaceAll('_', ' '), example: name }]),
          ),
  };
}

const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;

function tellPlaceholders({ placeholders }: ImportedFrontmatter, notes: EntryNotes): void {
  if (placeholders === undefined) return;
  const names = Object.keys(placeholders).map((name) => `\`{{${name}}}\``);
  notes.tell(
    'to do',
    'placeholder',
    `Unexpected ${names.join(', ')} in code, expected text; each is treated as a value that the reader fills in.`,
  );
}

/** Writes the article's text. If it can't be read back as a whole, writes it part by part. */
function written(head: ImportedFrontmatter, tree: Root, notes: EntryNotes): string {
  const { text, outline } = settled(articleText(head, toMdx(tree)));
  if (readsBack(outline, tree)) return text;
  const { mdx, failed } = toMdxByParts(tree);
  if (failed > 0)
    notes.tell(
      'to do',
      'lost-markup',
      `Unexpected ${failed === 1 ? 'part' : `${failed} parts`} of the text that could not be written as Markdown, expected all of it; see the marker.`,
    );
  return settled(articleText(head, mdx)).text;
}

function countBlocks(fences: readonly ImportedFence[]): ConvertedArticle['blocks'] {
  const sessions = fences.filter(({ language }) => language === 'console').length;
  const scripts = fences.filter(({ language, commands }) => language !== 'console' && commands > 0).length;
  return { sessions, scripts, others: fences.length - sessions - scripts };
}
