import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'cheerio';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { beforeAll, describe, expect, it } from 'vitest';
import { runBuild } from './build-sites.ts';
import { projectCopy } from './project-copy.ts';

/** Additions by somebody who knows Astro: articles with imports, a page, a plug-in, an integration. */
let folder: string;

/** What the first build printed. */
let said: string;

/** An integration that says something in each build. */
const GREETER =
  "{ name: 'greeter', hooks: { 'astro:build:done': ({ logger }) => logger.info('Hello from an integration.') } }";

const UNDEFINED = "Cannot read properties of undefined (reading 'x')";
const BAD = "import Bad from '../../src/components/Bad.astro';\n\n";

/** Texts that throw: where, in what, and why. */
const THROWING: [text: string, line: number, what: string, why: string][] = [
  ['export const a = 1;\n\nexport const bad = [][0].x;', 11, 'a statement', UNDEFINED],
  ["export const bad = await Promise.reject(new Error('rejected'));", 9, 'a statement', 'rejected'],
  [
    "export const bad = Promise.reject(new Error('unwatched'));\n\nexport const a = 1;",
    9,
    'a statement',
    'unwatched',
  ],
  ['{1}\n\n{(await Promise.resolve([]))[0].x}', 11, 'an expression', UNDEFINED],
  ["import { one } from './bad.js';\n\n{one}", 9, '`./bad.js`', UNDEFINED],
  ["{1}\n\n{Promise.reject(new Error('unwatched'))}", 11, 'an expression', 'unwatched'],
  [
    'export const list = [];\n\n{list.length} and {list.length}\nand {\n  list[0].x\n}',
    13,
    'an expression',
    UNDEFINED,
  ],
  [
    `${BAD}<Bad />\n\nIn a sentence, <Bad with="nothing" />\nand <Bad with="string" />`,
    14,
    '`<Bad>`',
    'a string',
  ],
  [`${BAD}<Bad />\n\n{1 && <Bad with="null" />}`, 13, 'an expression', 'it threw null'],
  [`${BAD}<Bad with="exit" />`, 11, '`<Bad>`', 'it called `process.exit()`'],
  [`${BAD}<Bad />\n\n<Bad\n  with={[][0].x}\n/>`, 14, 'an expression', UNDEFINED],
  [`${BAD}<Bad>\n\nText\n\n<Bad with="error" />\n\n</Bad>`, 15, '`<Bad>`', 'The reading is not a number'],
  [`${BAD}<Bad with="promise" />`, 11, '`<Bad>`', 'unwatched'],
];

beforeAll(async () => {
  folder = projectCopy('additions', 'tests/fixtures/additions', (config) =>
    config
      .replace(
        'import { defineConfig }',
        "import preact from '@astrojs/preact';\nimport { shout } from './src/shout.mjs';\nimport { defineConfig }",
      )
      .replace('integrations: [', `integrations: [preact(), ${GREETER}, `)
      .replace('hastPlugins: [', 'hastPlugins: [shout, '),
  );
  const { status, printed } = await build();
  expect(status, printed).toBe(0);
  said = printed;
});

describe('an article that imports', () => {
  it('shows Astro’s components, with their styles and scripts', () => {
    const $ = page('articles/gauges');
    expect($('.text .gauge').first().text()).toBe('The gauge says 42 of 100. Where?');
    expect($('head style').text()).toMatch(/\.gauge\[data-astro-cid-\w+\]\{border:1px solid #ff69b4\}/);
    const scripts = $('.text script[src]')
      .toArray()
      .map((script) => read($(script).attr('src')!));
    expect(scripts.join('\n')).toContain('data-alive');
  });

  it('lets the browser apply those styles, and run those scripts', () => {
    const $ = page('articles/gauges');
    const policy = $('meta[http-equiv="content-security-policy" i]').attr('content')!;
    const hashes = (selector: string): string[] =>
      $(selector)
        .toArray()
        .map((one) => `'sha256-${createHash('sha256').update($(one).html()!).digest('base64')}'`);
    const styles = hashes('style');
    const scripts = hashes('script:not([src]):not([type="application/ld+json"])');
    expect(Math.min(styles.length, scripts.length)).toBeGreaterThan(1);
    expect(page('articles/gauges').html()).toContain('dataset.drawn');
    for (const hash of styles) expect(/style-src[^;]*/.exec(policy)?.[0]).toContain(hash);
    for (const hash of scripts) expect(/script-src[^;]*/.exec(policy)?.[0]).toContain(hash);
  });

  it('puts elements and fragments into the named slots of a component', () => {
    const feet = page('articles/gauges')('.panel .foot')
      .toArray()
      .map((foot) => load(foot).text());
    expect(feet).toEqual(['One foot.', 'Another foot.']);
    expect(read('articles/gauges.md')).toContain('\nAnother *foot*.\n');
  });

  it('lets the browser apply the values that a component passes to its styles', () => {
    const $ = page('articles/gauges');
    const style = $('.panel').attr('style')!;
    expect(style).toBe('--colour: teal;');
    const hash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
    expect($('meta[http-equiv="content-security-policy" i]').attr('content')).toContain(
      `style-src-attr 'unsafe-hashes' ${hash};`,
    );
    expect(
      page('articles/plain')('meta[http-equiv="content-security-policy" i]').attr('content'),
    ).not.toContain('-attr');
  });

  it('shows components of a framework, which become interactive in the browser', () => {
    const $ = page('articles/gauges');
    expect($('astro-island[client=visible] button').text()).toBe('Counted to 3');
    expect($('astro-island').attr('component-url')).toMatch(/^\/_astro\/Counter\.\w+\.js$/);
  });

  it('shows what it exports and computes, data, and a picture from Astro’s own folder', () => {
    const $ = page('articles/gauges');
    expect($('.text > p').first().text()).toBe('Text in 2026 by An article that imports, of 2 readings.');
    expect($('.text img').attr('src')).toMatch(/^\/_astro\/graph\.\w+\.png$/);
  });

  it('computes our own callouts and elements of prose', () => {
    const $ = page('articles/gauges');
    expect($('.text aside.warning').html()).toBe('<p class="callout-label">Warning</p>Two or more.');
    expect(
      $('.text > ul')
        .last()
        .find('li')
        .toArray()
        .map((item) => $(item).text()),
    ).toEqual(['42', '43']);
    expect(read('articles/gauges.md')).toContain('Two or more.');
  });

  it('has its own blocks inside and outside of a component', () => {
    const $ = page('articles/gauges');
    expect($('.frame-of-mine figure.block .command').text()).toBe('uname --kernel-release');
    expect($('.text > figure.block .command').text()).toBe('hostname');
    expect($('.text aside.note').text()).toBe('NoteA note with code.');
    expect($.html()).not.toContain('<!--part');
  });

  it.each(['rss.xml', 'atom.xml', 'feed.json'])('is complete in %s, without a script', (feed) => {
    const $ = load(firstEntry(feed), null, false);
    expect($('p:contains(gauge)').first().text()).toBe('The gauge says 42 of 100. Where?');
    expect($('p:contains(gauge) a').attr('href')).toBe('https://opsnotes.example/articles/gauges/#where');
    expect($.text()).toContain('Counted to 3');
    expect($('em').first().text()).toBe('A rising line');
    expect($('img').attr('src')).toMatch(/^https:\/\/opsnotes\.example\/_astro\/graph\.\w+\.png$/);
    expect($('pre').first().text()).toBe('[root@web1 ~]# uname --kernel-release');
    expect($('script, style, astro-island, button')).toHaveLength(0);
    expect($.html()).not.toContain('<!--');
  });

  it('has in its plain twin what its components render, and no statements', () => {
    const twin = read('articles/gauges.md');
    expect(twin).toContain('\nText in 2026 by An article that imports, of 2 readings.\n');
    expect(twin).toContain(
      '\nThe gauge says **42** of 100. [Where?](https://opsnotes.example/articles/gauges/#where)\n',
    );
    expect(twin).toContain('\n[Drawing: A rising line]\n');
    expect(twin).toContain('\nCounted to 3\n');
    expect(twin).toContain('\n- In a list:\n\n  The gauge says **7** of 100.');
    expect(twin).toContain('\n```console\n[root@web1 ~]# uname --kernel-release\n```\n');
    expect(twin).toMatch(/\n!\[A graph\]\(https:\/\/opsnotes\.example\/_astro\/graph\.\w+\.png\)\n/);
    expect(twin).not.toMatch(/import |export |<[A-Z]|<!--/);
  });

  it('has in its plain twin the HTML that it computes, as Markdown', () => {
    const twin = read('articles/gauges.md');
    expect(twin).toContain('\n- 42\n- 43\n');
    expect(twin).not.toMatch(/<ul>|<table>/);
    expect(twin).toContain(
      '\n<details>\n<summary>All 2 readings</summary>\n\nTheir *sum* is 85.\n\n|    |        |\n| -- | ------ |\n| 42 | of 100 |\n',
    );
    expect(page('articles/gauges')('.text details > :first-child').text()).toBe('All 2 readings');
  });
});

describe('what somebody adds to the project', () => {
  it('may be a page that knows only Astro’s documentation', () => {
    const $ = page('mine');
    expect($('ul').text()).toContain('articles gauges: An article that imports, xen');
    expect($('ol').text().trim()).toBe('2 first-part First part');
    expect($('time').text()).toBe('2026-02-01T00:00:00.000Z2026-01-01T00:00:00.000Z');
    expect($('body > pre').text()).toMatch(/^## First part\n[^]*# ls\n```$/);
    expect($('main .command').text()).toBe('ls');
  });

  it('may be an integration: what it says is printed, and nothing of Astro’s own', () => {
    expect(said.split('\n').filter((line) => !/^(?:Read and|Rendered|Listed|Built) /.test(line))).toEqual([
      'greeter: Hello from an integration.',
      '',
    ]);
  });

  it('may be a Markdown plug-in: it sees every text', () => {
    expect(page('articles/plain')('em.shout').text()).toBe('Text');
    expect(page('mine')('em.shout').text()).toBe('Text');
  });
});

describe('an article that fails', () => {
  const broken = (
    name: string,
    line: string,
    problem: string,
    at: number,
    { code = 'mdx-render', hint = '' } = {},
  ) => {
    it(`stops the build, with its place: ${name}`, async () => {
      const { status, printed } = await buildWith({ failing: line });
      expect(printed).toContain(`content/articles/failing.mdx:${at}  ${code}  ${problem}`);
      expect(printed).toContain(hint);
      expect(printed).not.toMatch(/^\s+at /m);
      expect(status).toBe(1);
      // The last good site is still there.
      expect(page('articles/plain')('h1').text()).toBe('A plain article');
    });
  };

  broken(
    'a package that is not there',
    "import A from 'no-such-package';",
    'Unexpected package `no-such-package`, expected one that is installed.',
    9,
    { code: 'missing-file' },
  );
  broken(
    'a name that is not there',
    "import Gauge from '../../src/components/Gauge.astro';\nimport { Nobody } from '../../src/components/Counter.tsx';\n\n<Nobody />",
    'Unexpected import, expected one that works: "Nobody" is not exported by "src/components/Counter.tsx".',
    10,
  );
  broken(
    'a component that does not compile',
    "import Broken from '../../src/components/Broken.astro';\n\n<Broken />",
    'Unexpected `../../src/components/Broken.astro`, expected it to compile: ',
    9,
    { hint: '\n    See src/components/Broken.astro:2.\n' },
  );
  broken(
    'a timer that throws while the page waits for it',
    `${BAD}<Bad with="timer" />`,
    'Unexpected error in `<Bad>`, expected it to render: late.',
    11,
    { hint: '\n    See src/components/Bad.astro:15.\n' },
  );

  it('stops the build together with all others that throw, each with its line', async () => {
    const { status, printed } = await buildWith(
      Object.fromEntries(THROWING.map(([text], at) => [`failing-${at}`, text])),
    );
    const lines = printed.split('\n').filter((line) => line.includes('mdx-render'));
    expect(lines.map((line) => line.replace(/^content\/articles\//, '')).toSorted()).toEqual(
      THROWING.map(
        ([, line, what, why], at) =>
          `failing-${at}.mdx:${line}  mdx-render  Unexpected error in ${what}, expected it to render: ${why}.`,
      ).toSorted(),
    );
    expect(printed).toContain(
      'expected it to render: The reading is not a number.\n    See src/components/Bad.astro:7.\n',
    );
    expect(printed).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
    expect(page('articles/plain')('h1').text()).toBe('A plain article');
  });
});

describe('a collection of somebody’s own', () => {
  it.each([
    [
      '{\n  "a": { "name": "A" },\n}\n',
      3,
      'Error reading data from src/teams.json.',
      'Expected double-quoted property name',
    ],
    ['3', 1, 'Invalid data in src/teams.json. Must be an array or object.', ''],
    ['[{ "name": "A" }]', 1, 'Item in src/teams.json is missing an id or slug field.', ''],
  ])('stops the build if its file is %j', async (data, line, why, reason) => {
    const config = join(folder, 'src/content.config.ts');
    const before = readFileSync(config, 'utf8');
    const teams = join(folder, 'src/teams.json');
    const added = "teams: defineCollection({ loader: file('src/teams.json') }),\n};";
    writeFileSync(config, `import { file } from 'astro/loaders';\n${before.replace(/};\s*$/, added)}`);
    writeFileSync(teams, data);
    const { status, printed } = await build();
    writeFileSync(config, before);
    rmSync(teams);
    expect(printed).toContain(
      `src/teams.json:${line}  page-render  Unexpected data of a collection, expected it to load: ${why}`,
    );
    expect(printed).toContain(reason);
    expect(status).toBe(1);
  });
});

describe('a page of somebody’s own', () => {
  const file = (): string => join(folder, 'src/pages/another.astro');

  it.each([
    ['in its frontmatter', '---\nconst list = [];\nlist[0].value;\n---\n', 'src/pages/another.astro:3', ''],
    [
      'in its template',
      '---\nconst list = [];\n---\n\n<p>{list[0].value}</p>\n',
      'src/pages/another.astro:5',
      '',
    ],
    [
      'in a module',
      "---\nimport { first } from '../first.ts';\n---\n\n<p>{first([])}</p>\n",
      'src/pages/another.astro:5',
      '\n    See src/first.ts:2.\n',
    ],
  ])('that throws %s stops the build', async (_, text, place, hint) => {
    const module = join(folder, 'src/first.ts');
    writeFileSync(
      module,
      'export function first(list: { value: string }[]): string {\n  return list[0]!.value;\n}\n',
    );
    writeFileSync(file(), text);
    const { status, printed } = await build();
    rmSync(file());
    rmSync(module);
    expect(printed).toContain(`${place}  page-render  Unexpected error in a page, `);
    expect(printed).toContain(hint);
    expect(status).toBe(1);
  });

  it('takes precedence over a file of ours with its path', async () => {
    const endpoint = join(folder, 'src/pages/rss.xml.ts');
    writeFileSync(endpoint, "export const GET = () => new Response('<rss/>');\n");
    const { status, printed } = await build();
    rmSync(endpoint);
    expect(status, printed).toBe(0);
    expect(read('rss.xml')).toBe('<rss/>');
  });

  it('keeps its first-level heading, and needn’t have what our layout promises', async () => {
    const markdown = join(folder, 'src/pages/another.md');
    writeFileSync(
      markdown,
      '# Another\n\n[Dead](/nowhere/) and [dead](#nothing).\n\n<i id="a"></i><i id="a"></i>\n',
    );
    const { status, printed } = await build();
    const checked = checkSite();
    rmSync(markdown);
    expect(status, printed).toBe(0);
    expect(page('another')('h1').attr('id')).toBe('another');
    expect(checked.match(/^(?:src\/pages|dist\/(?:another|mine)).* {2}Unexpected [^,]*/gm)).toEqual([
      'src/pages/another.md:3  dead-link  Unexpected address `/nowhere/` of `<a>`',
      'src/pages/another.md:3  dead-link  Unexpected anchor `#nothing` of `/another/`',
      'src/pages/another.md:5  invalid-html  Unexpected second `id="a"` in `another/index.html`',
    ]);
  });

  it.each([
    ['data.json.ts', 'export function GET() {\n  return { a: 1 };\n}\n', 'An endpoint must return'],
    [
      'teams/[team].astro',
      "---\nexport function getStaticPaths() {\n  return [{ params: { tem: 'a' } }];\n}\n---\n",
      'Missing parameter: team.',
    ],
  ])('about which Astro complains without its path is named: %s', async (name, text, why) => {
    const path = join(folder, 'src/pages', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    const { status, printed } = await build();
    rmSync(path);
    expect(printed).toContain(
      `src/pages/${name}:1  page-render  Unexpected error in a page, expected it to render: ${why}`,
    );
    expect(status).toBe(1);
  });

  it('with an inline script gets a warning, unless the page allows the script', async () => {
    const allowed = "document.body.dataset.allowed = '';";
    const hash = `sha256-${createHash('sha256').update(allowed).digest('base64')}`;
    writeFileSync(
      file(),
      `---\nconst count = 3;\nAstro.csp?.insertScriptHash('${hash}');\n---\n\n` +
        '<html><head><title>Another</title></head><body>' +
        `<script is:inline>${allowed}</script>\n` +
        '<script define:vars={{ count }}>document.body.dataset.count = count;</script></body></html>\n',
    );
    const { status, printed } = await build();
    const policy = page('another')('meta[http-equiv="content-security-policy" i]').attr('content');
    rmSync(file());
    expect(status, printed).toBe(0);
    expect(policy).toContain(`'${hash}'`);
    expect(printed.match(/The policy of .*/g)).toEqual([
      expect.stringMatching(
        /^The policy of another\/index\.html doesn't let the inline script `\(function\(\)\{const count = 3;.*` run\. /,
      ),
    ]);
  });

  it('is counted when it is new, and when it is gone', async () => {
    writeFileSync(file(), '<p>Another page</p>\n');
    expect((await build()).printed).toMatch(/: 1 files written, \d+ unchanged/);
    expect(page('another')('p').text()).toBe('Another page');
    rmSync(file());
    expect((await build()).printed).toMatch(/: 0 files written, \d+ unchanged, 1 removed/);
    expect(existsSync(join(folder, 'dist/another'))).toBe(false);
  });
});

/** Builds the site with more articles; each text is from line 9 on. */
async function buildWith(articles: Record<string, string>) {
  const plain = readFileSync(join(folder, 'content/articles/plain.mdx'), 'utf8');
  const files = Object.entries(articles).map(([name, text]) => {
    const path = join(folder, `content/articles/${name}.mdx`);
    writeFileSync(path, plain.replace('## First part', `${text}\n\n## First part`));
    return path;
  });
  const result = await build();
  for (const path of files) rmSync(path);
  return result;
}

function build() {
  return runBuild('content', 'dist', {}, [], folder);
}

/** What the check of the built site prints. */
function checkSite(): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['src/cli/check.ts', '--site'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, OPSNOTES_CONTENT: 'content' },
  });
  return stdout + stderr;
}

function read(path: string): string {
  return readFileSync(join(folder, 'dist', path), 'utf8');
}

function page(path: string) {
  return load(read(`${path}/index.html`));
}

/** The HTML of the newest article in a feed. */
function firstEntry(feed: string): string {
  const text = read(feed);
  if (feed === 'feed.json')
    return (JSON.parse(text) as { items: { content_html: string }[] }).items[0]!.content_html;
  return feed === 'rss.xml'
    ? parseRssFeed(text).items![0]!.content!.encoded!
    : parseAtomFeed(text).entries![0]!.content!.value!;
}
