import type { SiteInput } from './content/schemas/site.ts';

/** The one file to edit if you adopt Opsnotes; `content/schemas/site.ts` explains every field. */
export const site: SiteInput = {
  title: 'Opsnotes',
  description: 'Conference notes, guides and benchmarks for people who run servers.',
  url: 'https://opsnotes.example',
  idAuthority: 'opsnotes.example,2026',
  locale: 'en',
  author: { name: 'The Opsnotes authors' },
  licence: { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  comments: { via: 'email', address: 'comments@opsnotes.example' },
  exampleQueries: ['--raid 1', '/etc/glusterfs/glusterfsd.vol', 'iptables -F'],
  cards: true,
  limits: { home: 8, feed: 20, related: 4 },
};
