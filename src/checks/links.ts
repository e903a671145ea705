import {
  articlePath,
  feedPaths,
  FIXED_PATHS,
  kindFolder,
  pagePath,
  plainPath,
  programPath,
  scriptPath,
  tagPath,
} from '../library/paths.ts';
import type { Content, MdxEntry } from '../loaders/read-content.ts';
import { articleBlocks } from '../markdown/article-blocks.ts';
import { isFile, linkTarget } from '../markdown/links.ts';
import type { Fault } from './fault.ts';
import { didYouMean, nearest } from './nearest.ts';
import { stringAt, stringsAt } from './raw.ts';
import { missing } from './resources.ts';

/** The anchors of each page of the site; undefined where they aren't known and any will do. */
type Anchors = Map<string, readonly string[] | undefined>;

/** Every link inside the site must lead to a page, heading or file that is there; a draft may lead to another one. */
export function linkFaults(content: Content): Fault[] {
  const drafts = content.articles.filter((article) => article.data?.draft === true);
  const built = content.articles.filter((article) => !drafts.includes(article));
  return [
    ...entryFaults([...built, ...content.pages], siteAnchors({ ...content, articles: built })),
    ...entryFaults(drafts, siteAnchors(content)),
  ];
}

function entryFaults(entries: readonly MdxEntry<unknown>[], anchors: Anchors): Fault[] {
  return entries.flatMap((entry) =>
    (entry.outline?.links ?? []).flatMap(({ text, line }) => linkFault(entry, text, line, anchors)),
  );
}

function siteAnchors(content: Content): Anchors {
  const anchors: Anchors = new Map(FIXED_PATHS.map((path) => [path, undefined]));
  const used = new Set(content.articles.flatMap(({ raw }) => stringsAt(raw, 'tags')));
  for (const { slug } of content.tags.filter((tag) => used.has(tag.slug)))
    for (const path of [tagPath(slug), ...feedPaths(tagPath(slug))]) anchors.set(path, undefined);
  for (const entry of content.pages) anchors.set(pagePath(entry.slug), headingIds(entry));
  const kinds = new Set(content.articles.flatMap(({ raw }) => stringAt(raw, 'kind') ?? []));
  for (const path of [...kinds].flatMap((kind) => feedPaths(kindFolder(kind)))) anchors.set(path, undefined);
  for (const entry of content.articles) {
    anchors.set(articlePath(entry.slug), headingIds(entry)).set(plainPath(entry.slug), undefined);
    for (const host of stringsAt(entry.raw, 'hosts')) anchors.set(scriptPath(entry.slug, host), undefined);
    for (const program of programsOf(entry)) anchors.set(programPath(program), undefined);
    for (const alias of stringsAt(entry.raw, 'aliases')) anchors.set(alias.replace(/\/?$/, '/'), undefined);
  }
  return anchors;
}

function programsOf({ outline }: MdxEntry<unknown>): string[] {
  const blocks = outline === undefined ? [] : articleBlocks(outline);
  return blocks.flatMap(({ steps }) => steps.flatMap(({ step }) => step.programs));
}

function headingIds(entry: MdxEntry<unknown>): string[] | undefined {
  return entry.outline?.headings.map((heading) => heading.id);
}

function linkFault(entry: MdxEntry<unknown>, address: string, line: number, anchors: Anchors): Fault[] {
  const at = { file: entry.file, line, code: 'dead-link' as const };
  const target = linkTarget(address, entry.file);
  switch (target.to) {
    case 'elsewhere':
      return [];
    case 'nowhere':
      return [
        {
          ...at,
          code: 'unsafe-link',
          message: `Unexpected address \`${address}\`, expected \`https:\` or a path.`,
        },
      ];
    case 'heading':
      return anchorFault(at, target.fragment, headingIds(entry));
    case 'file':
      return isFile(target.file) ? [] : [missing(entry, address, line, target.file)];
    case 'path': {
      if (!anchors.has(target.path)) return [{ ...at, ...deadPath(address, target.path, anchors) }];
      return target.fragment === undefined ? [] : anchorFault(at, target.fragment, anchors.get(target.path));
    }
  }
}

function anchorFault(
  at: Pick<Fault, 'file' | 'line' | 'code'>,
  fragment: string,
  ids: readonly string[] | undefined,
): Fault[] {
  if (ids === undefined || fragment === '' || fragment === 'top' || ids.includes(fragment)) return [];
  if (/^(?:step|block|comment)-/.test(fragment)) return [];
  const message = `Unexpected heading \`#${fragment}\`, expected one that is there.`;
  const there = ids.map((id) => `#${id}`);
  const all = there.length === 0 ? 'There is none.' : `There are: ${there.join(', ')}.`;
  return [{ ...at, message, hint: didYouMean(`#${fragment}`, there) ?? all }];
}

function deadPath(address: string, path: string, anchors: Anchors): Pick<Fault, 'message' | 'hint'> {
  const withSlash = `${path}/`;
  const meant = anchors.has(withSlash) ? withSlash : nearestPath(path, [...anchors.keys()]);
  return {
    message: `Unexpected link to \`${address}\`, expected a page that is there.`,
    hint: meant === undefined ? undefined : `Did you mean \`${meant}\`?`,
  };
}

/** `/articles/` in common makes no two articles alike: where the folder is there, only the names below it count. */
function nearestPath(path: string, paths: readonly string[]): string | undefined {
  const folder = /^\/[^/]+\//.exec(path)?.[0] ?? '/';
  const below = paths.filter((other) => other.startsWith(folder) && other !== folder);
  if (below.length === 0) return nearest(path, paths);
  const name = nearest(
    path.slice(folder.length),
    below.map((other) => other.slice(folder.length)),
  );
  return name === undefined ? undefined : `${folder}${name}`;
}
