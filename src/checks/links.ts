import { dirname, resolve } from 'node:path';
import { articlePath, pagePath } from '../content/text-paths.ts';
import type { Content } from '../content/read-content.ts';
import { addressProblem } from '../content/web-address.ts';
import { readSite } from '../content/read-site.ts';
import { isReserved } from '../content/outline/heading-ids.ts';
import { decode, isFile, linkTarget } from '../content/outline/links.ts';
import type { Mention } from '../content/outline/outline.ts';
import { publicFile } from '../content/outline/public-files.ts';
import { commentLinks } from './comments.ts';
import type { Fault } from '../content/fault.ts';
import { didYouMean, nearest } from '../content/nearest.ts';
import { missing } from './resources.ts';
import { sitePaths, type SitePaths } from './site-paths.ts';

/** A text with links: an article, a page, or a comment. */
interface Text {
  file: string;
  /** The path of its page. */
  path: string;
  draft: boolean;
  /** Whether the files next to it are published with it. */
  withFiles: boolean;
  links: readonly Mention[];
}

/** Every internal link must lead to an existing page, heading or file; only drafts may link to drafts. */
export function linkFaults(content: Content): Fault[] {
  const articles = content.articles.filter((article) => article.data?.draft !== true);
  const built = sitePaths({ ...content, articles });
  const all = articles.length === content.articles.length ? built : sitePaths(content);
  const own = readSite(content.folder).data?.url;
  return textsOf(content).flatMap((text) =>
    text.links.flatMap((link) => linkFault(text, withoutOwnHost(link, own), text.draft ? all : built)),
  );
}

/** A full URL of this site is checked like a path. */
function withoutOwnHost(link: Mention, own: string | undefined): Mention {
  const site = own?.replace(/^https?:|\/$/g, '');
  const rest = link.text.replace(/^https?:/i, '');
  return site !== undefined && rest !== link.text && rest.startsWith(`${site}/`)
    ? { ...link, text: rest.slice(site.length) }
    : link;
}

function textsOf({ articles, pages, comments }: Content): Text[] {
  const drafts = new Set(articles.filter(({ data }) => data?.draft === true).map(({ slug }) => slug));
  return [
    ...articles.map(({ file, slug, outline }) => ({
      file,
      path: articlePath(slug),
      draft: drafts.has(slug),
      withFiles: true,
      links: outline?.links ?? [],
    })),
    ...pages.map(({ file, slug, outline }) => ({
      file,
      path: pagePath(slug),
      draft: false,
      withFiles: true,
      links: outline?.links ?? [],
    })),
    ...comments.map((comment) => ({
      file: comment.file,
      path: articlePath(comment.article),
      draft: drafts.has(comment.article),
      withFiles: false,
      links: commentLinks(comment),
    })),
  ];
}

function linkFault(text: Text, { text: address, line }: Mention, paths: SitePaths): Fault[] {
  const at = { file: text.file, line, code: 'dead-link' as const };
  const target = linkTarget(address, text.file);
  switch (target.to) {
    case 'elsewhere':
      return badAddress(at, address);
    case 'nowhere':
      return [unsafeLink(at, address)];
    case 'heading':
      if (address.trim() === '#')
        return [{ ...at, message: 'Unexpected address `#`, expected one that leads somewhere.' }];
      return anchorFault(at, target.fragment, paths.get(text.path));
    case 'file':
      if (!text.withFiles) return [{ ...at, message: unexpectedAddress(address) }];
      if (isFile(target.file)) return [];
      return [withHost(missing(text.file, address, line, target.file), address)];
    case 'path':
      if (publicFile(target.path) !== undefined) return [];
      if (isLostText(address, text.file)) return [{ ...at, ...deadPath(address, target.path, paths) }];
      if (!paths.has(target.path)) return [{ ...at, ...deadPath(address, target.path, paths) }];
      return target.fragment === undefined ? [] : anchorFault(at, target.fragment, paths.get(target.path));
  }
}

/** `https://` alone, `https:/example.org/`, `mailto:nobody`: browsers can't open these. */
function badAddress(at: Pick<Fault, 'file' | 'line'>, address: string): Fault[] {
  const expected = addressProblem(address.trim());
  if (expected === undefined) return [];
  const message = `Unexpected address \`${address}\`, expected ${expected}.`;
  return [{ ...at, code: 'bad-address', message }];
}

/** Whether a link to an article's file is broken although an article with that name exists. */
function isLostText(address: string, file: string): boolean {
  const path = /^(?!\/)[^?#]*\.mdx(?=[?#]|$)/.exec(address)?.[0];
  return path !== undefined && !isFile(resolve(dirname(file), decode(path)));
}

/** `www.example.org` would be read as a file next to the article. */
function withHost(fault: Fault, address: string): Fault {
  return /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|ru|de|info)(?:\/|$))/i.test(address)
    ? { ...fault, hint: `Did you mean \`https://${address}\`?` }
    : fault;
}

/** Rejects schemes that no page should link to. */
function unsafeLink(at: Pick<Fault, 'file' | 'line'>, address: string): Fault {
  return { file: at.file, line: at.line, code: 'unsafe-link', message: unexpectedAddress(address) };
}

function unexpectedAddress(address: string): string {
  return `Unexpected address \`${address}\`, expected \`https:\` or a path.`;
}

function anchorFault(
  at: Pick<Fault, 'file' | 'line' | 'code'>,
  fragment: string,
  ids: readonly string[] | undefined,
): Fault[] {
  if (ids === undefined || fragment === '' || fragment === 'top' || ids.includes(fragment)) return [];
  const own = isReserved(fragment);
  const message = `Unexpected ${own ? 'anchor' : 'heading'} \`#${fragment}\`, expected one that exists.`;
  const there = ids.filter((id) => isReserved(id) === own).map((id) => `#${id}`);
  const all = there.length === 0 ? 'There is none.' : `There are: ${there.join(', ')}.`;
  return [{ ...at, message, hint: hintOfCount(fragment, ids) ?? didYouMean(`#${fragment}`, there) ?? all }];
}

/** `#step-7`, from the time when anchors were numbered → the current anchor of the seventh step. */
function hintOfCount(fragment: string, ids: readonly string[]): string | undefined {
  const [, kind, number] = /^(step|block)-(\d{1,4})$/.exec(fragment) ?? [];
  const now = ids.filter((id) => kind !== undefined && id.startsWith(`${kind}-`))[Number(number) - 1];
  return now && `Write \`#${now}\`, or put formerly="${fragment}" on the fence for links from elsewhere.`;
}

function deadPath(address: string, path: string, paths: SitePaths): Pick<Fault, 'message' | 'hint'> {
  const withSlash = `${path}/`;
  const meant = paths.has(withSlash) ? withSlash : nearestPath(path, [...paths.keys()]);
  return {
    message: `Unexpected link to \`${address}\`, expected a page that exists.`,
    hint: meant === undefined ? undefined : `Did you mean \`${meant}\`?`,
  };
}

/** A shared `/articles/` doesn't make two paths similar: if the folder exists, only compare the names in it. */
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
