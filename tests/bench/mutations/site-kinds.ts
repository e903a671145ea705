import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A kind of fault in a built site, and how to add one to a valid site. */
export interface SiteKind {
  name: string;
  plant: (site: string) => void;
  /** The file that a report must name, relative to the content folder or the site, and its line if it can be known. */
  at: { file: string; line?: number };
}

const GUIDE = 'articles/mirror-a-folder/index.mdx';
const PAGE = 'articles/mirror-a-folder/index.html';

function edit(name: string, file: string, from: string | RegExp, to: string, at: SiteKind['at']): SiteKind {
  return {
    name,
    at,
    plant: (site) => {
      const before = readFileSync(join(site, file), 'utf8');
      const after = before.replace(from, () => to);
      if (after === before) throw new Error(`${file} has no «${String(from)}».`);
      writeFileSync(join(site, file), after);
    },
  };
}

function remove(name: string, file: string, at: SiteKind['at']): SiteKind {
  return {
    name,
    at,
    plant: (site) => {
      rmSync(join(site, file));
    },
  };
}

const inText = (name: string, to: string, at: SiteKind['at'] = { file: PAGE }): SiteKind =>
  edit(name, PAGE, 'Both servers need the program.', to, at);

/** Kinds of faults that only a built site can have. */
export const SITE_KINDS: readonly SiteKind[] = [
  edit('dead link of a text', PAGE, /\/articles\/copy-speed\/#results/, '/articles/copy-sped/#results', {
    file: GUIDE,
    line: 20,
  }),
  edit('dead anchor of a text', PAGE, '/articles/copy-speed/#results', '/articles/copy-speed/#resluts', {
    file: PAGE,
  }),
  remove('page taken away', 'articles/old-way/index.html', { file: 'articles/old-way.mdx' }),
  remove('picture taken away', 'articles/mirror-a-folder/flow.png', { file: GUIDE, line: 48 }),
  inText('picture of another host', '<img src="https://evil.example/a.png" alt="A" />'),
  inText('script of another host', '<script src="//evil.example/a.js"></script>'),
  edit(
    'style sheet of another host',
    PAGE,
    '</head>',
    '<link rel="stylesheet" href="https://evil.example/a.css"></head>',
    { file: PAGE },
  ),
  edit(
    'style that loads',
    PAGE,
    '</head>',
    '<style>b{background:url(https://evil.example/a.png)}</style></head>',
    { file: PAGE },
  ),
  edit('second <h1>', PAGE, '</main>', '<h1>Again</h1></main>', { file: PAGE }),
  edit('no <h1>', PAGE, /<h1[^>]*>[^]*?<\/h1>/, '', { file: PAGE }),
  edit('nothing but a doctype', PAGE, /(?<=<!doctype html>)[^]*/i, '', { file: PAGE }),
  edit('no language', PAGE, / lang="?en"?/, '', { file: PAGE }),
  edit('no title', PAGE, /<title>[^<]*<\/title>/, '<title></title>', { file: PAGE }),
  inText('id twice', '<p id="install">Both.</p>'),
  inText('element not closed', '<b>Both servers need the program.'),
  inText('element within one that may not have it', '<ul><p>Both</p></ul>'),
  edit(
    'other text to copy',
    PAGE,
    'data-copy="apt-get install --yes rsync"',
    'data-copy="apt-get install rsync"',
    { file: GUIDE, line: 27 },
  ),
  edit('nothing to copy', PAGE, / data-copy="apt-get install --yes rsync"/, '', { file: GUIDE, line: 27 }),
  edit(
    'newline at the end of a copy',
    PAGE,
    'data-copy="apt-get install --yes rsync"',
    'data-copy="apt-get install --yes rsync&#10;"',
    { file: GUIDE, line: 27 },
  ),
  edit('feed that is no XML', 'rss.xml', '</channel>', '', { file: 'rss.xml' }),
  edit('feed without an id', 'atom.xml', /(?<=<entry[^]*)<id>[^<]*<\/id>/, '', { file: GUIDE }),
  edit(
    'feed that leads nowhere',
    'rss.xml',
    'https://sound.example/articles/old-way/',
    'https://sound.example/articles/older-way/',
    { file: 'rss.xml' },
  ),
  edit('JSON feed cut off', 'feed.json', /\}\s*$/, '', { file: 'feed.json' }),
  edit('sitemap that leads nowhere', 'sitemap-1.xml', '/about/', '/abuot/', { file: 'sitemap-1.xml' }),
  edit('address that cannot be', PAGE, 'https://manual.example/rsync', 'http://[bad', { file: PAGE }),
];
