import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReaderComment } from '../../../../src/articles/comments.ts';
import { searchedArticle } from '../../../../src/search/index/searched-article.ts';
import type { Finder } from '../../../../src/search/plan/find.ts';
import { anArticle, aTag } from '../../articles/an-article.ts';
import * as searched from '../an-index.ts';

const MDX = `Above any heading: {'okapione'}.

{"okapitwo"}

## A heading {'okapithree'}

![okapifour](a.png) and [okapifive](https://example.org/)[^1], *okapi*six.

[^1]: okapiseven

| okapieight | {'okapinine'} |
| - | - |
| okapiten | x |

<Figure src="a.png" alt="okapieleven">okapitwelve</Figure>

<Chart data="a.csv" title="okapithirteen" source="okapifourteen" />

## Blocks

> [!WARNING]
> okapififteen

- okapisixteen
  - okapiseventeen

\`\`\`text title="okapieighteen"
[2011-02-03 12:13:14.123] E [okapinineteen.c:1163] 0-vol: failed
\`\`\`

\`\`\`console title="okapitwenty"
[root@okapihost ~]# ls okapicommand
ls: okapioutput: Transport endpoint is not connected
[okapiuser@okapihost ~]$ true
\`\`\`

\`\`\`ini file="/etc/okapifile.conf" host="okapichip"
okapisetting = 1
\`\`\`
`;

const COMMENT: ReaderComment = {
  id: 'comment-1',
  author: 'Okapi Commenter',
  date: new Date(0),
  day: '1970-01-01',
  html: '<p>okapi<em>remark</em></p><p>second</p>',
};

let finder: Finder;
let remove: () => Promise<void>;

beforeAll(async () => {
  const article = anArticle({
    slug: 'visible',
    title: 'An okapititle',
    description: 'An okapidescription.',
    mdx: MDX,
    comments: [COMMENT],
    data: {
      kind: 'guide',
      hosts: ['okapihost', 'okapichip'],
      placeholders: { okapi_ip: { label: 'okapilabel', example: '192.0.2.99' } },
      appliesTo: [{ product: 'okapiproduct', version: '7.7.7' }],
    },
  });
  const tag = { ...aTag('okapi-tag'), label: 'Okapis and kin', spellings: ['Okapis and kin', 'okapialias'] };
  const source = { slug: 's', path: '/sources/#s', name: 'okapijournal', author: 'Okapi Author' };
  ({ finder, remove } = await searched.anIndex([
    searchedArticle({ ...article, tags: [tag], source: { ...article.source, ...source } as never }),
    searched.anArticle('other', { sections: [searched.aSection('', 'Nothing of that kind.')] }),
  ]));
}, 60_000);

afterAll(() => remove());

it.each([
  ...['okapione', 'okapitwo', 'okapithree', 'okapifour', 'okapifive', 'okapisix', 'okapiseven', 'okapieight'],
  ...['okapinine', 'okapiten', 'okapieleven', 'okapitwelve', 'okapithirteen', 'okapifourteen'],
  ...['okapififteen', 'okapisixteen', 'okapiseventeen', 'okapieighteen', 'okapinineteen', 'okapitwenty'],
  ...['okapihost', 'okapicommand', 'okapioutput', 'okapiuser', 'okapifile', '/etc/okapifile.conf'],
  ...['okapichip', 'okapisetting', 'okapititle', 'okapidescription', 'okapilabel', '192.0.2.99'],
  ...['okapiproduct', '7.7.7', 'okapi-tag', 'Okapis and kin', 'okapialias', 'okapijournal', 'Okapi Author'],
  ...['Okapi Commenter', 'okapiremark', 'Transport endpoint is not connected', 'okapinineteen.c:1163'],
])('%s, which the page shows, is found', async (query) => {
  const { commands, articles, unknown, corrected } = await finder.find(query);
  expect({ unknown, corrected }).toEqual({ unknown: [], corrected: undefined });
  const [first] = [...articles, ...commands];
  expect(first).toMatchObject({ article: { path: '/articles/visible/' }, without: [] });
});

it.each([
  ['okapione', ''],
  ['okapithree', 'a-heading-okapithree'],
  ['okapinine', 'a-heading-okapithree'],
  ['okapithirteen', 'a-heading-okapithree'],
  ['okapinineteen', 'blocks'],
  ['okapioutput', 'blocks'],
  ['okapiremark', 'comments'],
])('%s is found in its section', async (query, id) => {
  expect((await finder.find(query)).articles[0]?.id).toBe(id);
});

it('a command is found by its host and its user', async () => {
  for (const query of ['true okapiuser', 'ls okapihost'])
    expect((await finder.find(query)).commands[0]).toMatchObject({
      without: [],
      article: { title: 'An okapititle' },
    });
});
