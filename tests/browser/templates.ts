import type { SiteName } from '../site/build-sites.ts';

/** A page of every kind: its site, and its path from the root. */
export const TEMPLATES: readonly [site: SiteName, path: string][] = [
  ['own', '/'],
  ['own', '/articles/'],
  ['own', '/articles/glusterfs-two-nodes-2010/'],
  ['small', '/articles/replace-a-disk/'],
  ['small', '/articles/iptables-basics/'],
  ['small', '/articles/nftables-basics/'],
  ['small', '/articles/copy-times/'],
  ['small', '/articles/storage-day/'],
  ['small', '/articles/timers-instead-of-cron/'],
  ['small', '/articles/hostile-title/'],
  ['small', '/tags/'],
  ['olemskoi', '/tags/glusterfs/'],
  ['small', '/commands/'],
  ['small', '/commands/mkfs.ext4/'],
  ['small', '/archive/'],
  ['small', '/sources/'],
  ['small', '/about/'],
  ['small', '/subscribe/'],
  ['own', '/search/?q=--raid%201'],
  ['small', '/404.html'],
];
