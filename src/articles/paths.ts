import { ARTICLES, articlePath } from '../content/text-paths.ts';
import { feedFile, FORMATS } from './feed-format.ts';

/** The addresses of the site's pages, from its root; `href` adds the site's base. */

export const HOME = '/';
export const TAGS = '/tags/';
export const COMMANDS = '/commands/';
export const ARCHIVE = '/archive/';
export const SOURCES = '/sources/';
export const ABOUT = '/about/';
export const SEARCH = '/search/';
/** The folder of the search index. */
export const SEARCH_INDEX = '/pagefind/';
export const SUBSCRIBE = '/subscribe/';
export const FEED = '/rss.xml';
/** The sharing picture of pages that aren't articles. */
export const SITE_CARD = '/card.png';
/** All feeds in one file, to import into a feed reader. */
export const OPML = '/feeds.opml';
export const SITEMAP = '/sitemap-index.xml';
export const ROBOTS = '/robots.txt';
/** An overview of the site for language models: https://llmstxt.org/ */
export const LLMS = '/llms.txt';

/** `glusterfs` → `/tags/glusterfs/` */
export function tagPath(slug: string): string {
  return `${TAGS}${slug}/`;
}

/** `guide` → `/kinds/guide/`, where the list of that kind and its feeds are */
export function kindFolder(kind: string): string {
  return `/kinds/${kind}/`;
}

/** `guide`, `xen` → `/kinds/guide/xen/` */
export function kindTagPath(kind: string, tag: string): string {
  return `${kindFolder(kind)}${tag}/`;
}

/** `xen`, `linux` → `/tags/linux/xen/`, in either order */
export function tagPairPath(one: string, other: string): string {
  return one < other ? `${tagPath(one)}${other}/` : `${tagPath(other)}${one}/`;
}

/** `/articles/`, 2 → `/articles/pages/2/`; page 1 has the list's own address. */
export function listPagePath(folder: string, page: number): string {
  return page === 1 ? folder : `${folder}pages/${page}/`;
}

/** `xen-summit-2011` → `/cards/xen-summit-2011.png` */
export function cardPath(slug: string): string {
  return `/cards/${slug}.png`;
}

/** The live feeds of a folder: `/tags/glusterfs/` → `/tags/glusterfs/rss.xml`, … */
export function feedPaths(folder: string): string[] {
  return FORMATS.map((format) => `${folder}${feedFile(format)}`);
}

/** `glusterfs-volgen` → `/commands/glusterfs-volgen/` */
export function programPath(name: string): string {
  return `${COMMANDS}${name}/`;
}

/** `xen-summit-2011` → `/articles/xen-summit-2011.md` */
export function plainPath(slug: string): string {
  return `${ARTICLES}${slug}.md`;
}

/** `glusterfs-two-nodes`, `gluster1` → `/articles/glusterfs-two-nodes/gluster1.sh` */
export function scriptPath(slug: string, host: string): string {
  return `${articlePath(slug)}${host}.sh`;
}

/** `racker-hacker` → `/sources/#racker-hacker` */
export function sourcePath(slug: string): string {
  return `${SOURCES}#${slug}`;
}

/** Pages of the site that don't come from a content file. */
export const FIXED_PATHS: readonly string[] = [
  HOME,
  ARTICLES,
  TAGS,
  COMMANDS,
  ARCHIVE,
  SOURCES,
  SEARCH,
  SUBSCRIBE,
  ...feedPaths(HOME),
  SITE_CARD,
  OPML,
  SITEMAP,
  ROBOTS,
  LLMS,
];
