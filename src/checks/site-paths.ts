import { anchorsOfBlock } from '../content/outline/article-blocks.ts';
import {
  feedPaths,
  FIXED_PATHS,
  kindFolder,
  plainPath,
  programPath,
  scriptPath,
  tagPath,
} from '../articles/paths.ts';
import { articlePath, pagePath } from '../content/text-paths.ts';
import type { Content, MdxEntry } from '../content/read-content.ts';
import { attachments } from '../content/outline/attachments.ts';
import { hostsWithWork } from '../articles/runbook.ts';
import { readSite } from '../content/read-site.ts';
import { listPaths } from './list-paths.ts';
import { stringAt, stringsAt } from './raw.ts';

/** All paths of the site with the anchors on each page; undefined if the anchors aren't known, so that any is accepted. */
export type SitePaths = Map<string, readonly string[] | undefined>;

/** The paths of the site that a content folder makes, without those in `public/`, which `publicFile` knows. */
export function sitePaths(content: Content): SitePaths {
  const paths: SitePaths = new Map();
  const add = (some: readonly string[]): void => {
    for (const path of some) paths.set(path, undefined);
  };
  add(FIXED_PATHS);
  const programs = new Set(content.articles.flatMap(programsOf));
  add(listPaths(content, [...programs], readSite(content.folder).data?.locale ?? 'en'));
  const tags = new Set(content.articles.flatMap(({ raw }) => stringsAt(raw, 'tags')));
  for (const { slug, data } of content.tags.filter((tag) => tags.has(tag.slug))) {
    for (const path of [slug, ...(data?.formerly ?? [])].map(tagPath)) add([path, ...feedPaths(path)]);
  }
  const kinds = new Set(content.articles.flatMap(({ raw }) => stringAt(raw, 'kind') ?? []));
  add([...kinds].flatMap((kind) => [kindFolder(kind), ...feedPaths(kindFolder(kind))]));
  for (const entry of content.pages) {
    paths.set(pagePath(entry.slug), anchors(entry));
    add(attached(entry, pagePath(entry.slug)));
  }
  for (const name of content.strays)
    add([name.startsWith('pages/') ? pagePath(name.slice('pages/'.length)) : `/${name}/`]);
  const comments = Map.groupBy(content.comments, ({ article }) => article);
  for (const entry of content.articles) {
    const ofComments = comments.get(entry.slug)?.map(({ slug }) => `comment-${slug}`) ?? [];
    const ofText = anchors(entry);
    paths.set(articlePath(entry.slug), ofText && [...ofText, ...ofComments]);
    add([plainPath(entry.slug), ...programsOf(entry).map(programPath)]);
    add(attached(entry, articlePath(entry.slug), stringAt(entry.raw, 'data')));
    add(scripted(entry).map((host) => scriptPath(entry.slug, host)));
    add(stringsAt(entry.raw, 'aliases').map((alias) => alias.replace(/\/?$/, '/')));
  }
  return paths;
}

/** The anchors of a text: headings, blocks and steps; undefined if the text doesn't parse. */
function anchors({ outline, broken }: MdxEntry<unknown>): string[] | undefined {
  if (outline === undefined || broken) return undefined;
  return [...outline.headings.map(({ id }) => id), ...outline.blocks.flatMap(anchorsOfBlock)];
}

function attached({ outline, file }: MdxEntry<unknown>, path: string, data?: string): string[] {
  if (outline === undefined) return [];
  return attachments(outline, file, data).map((attachment) => `${path}${attachment.name}`);
}

function scripted({ outline, raw }: MdxEntry<unknown>): string[] {
  return outline === undefined ? [] : hostsWithWork(outline.blocks, stringsAt(raw, 'hosts'));
}

function programsOf({ outline }: MdxEntry<unknown>): string[] {
  return (outline?.blocks ?? []).flatMap(({ steps }) => steps.flatMap(({ step }) => step.programs));
}
