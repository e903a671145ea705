import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { beforeAll, describe, expect, it } from 'vitest';
import { runBuild } from './build-sites.ts';
import { projectCopy } from './project-copy.ts';

/** Additions by somebody who knows Astro: articles with imports, a page, a plug-in, an integration. */
let folder: string;

beforeAll(async () => {
  folder = projectCopy('additions', 'tests/fixtures/additions', (config) =>
    config
      .replace(
        'import { defineConfig }',
        "import preact from '@astrojs/preact';\nimport { shout } from './src/shout.mjs';\nimport { defineConfig }",
      )
      .replace('integrations: [', 'integrations: [preact(), ')
      .replace('hastPlugins: [', 'hastPlugins: [shout, '),
  );
  expect(await build()).toMatchObject({ status: 0 });
});

describe('an article that imports', () => {
  it('shows Astro’s components, with their styles and scripts', () => {
    const $ = page('articles/gauges');
    expect($('.text .gauge').first().text()).toBe('The gauge says 42 of 100. Where?');
    expect($('head style').text()).toMatch(/\.gauge\[data-astro-cid-\w+\]\{border:1px solid #ff69b4\}/);
    expect($('.text').html()).toContain('data-alive');
  });

  it('lets the browser apply those styles', () => {
    const $ = page('articles/gauges');
    const policy = $('meta[http-equiv="content-security-policy" i]').attr('content')!;
    const hashes = $('style')
      .toArray()
      .map((style) => `'sha256-${createHash('sha256').update($(style).html()!).digest('base64')}'`);
    expect(hashes.length).toBeGreaterThan(1);
    for (const hash of hashes) expect(/style-src[^;]*/.exec(policy)?.[0]).toContain(hash);
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

  it('has its own blocks inside and outside of a component', () => {
    const $ = page('articles/gauges');
    expect($('.frame-of-mine figure.block .command').text()).toBe('uname --kernel-release');
    expect($('.text > figure.block .command').text()).toBe('hostname');
    expect($('.text aside.note').text()).toBe('NoteA note with code.');
  });

  it.each(['rss.xml', 'atom.xml', 'feed.json'])('is complete in %s, without a script', (feed) => {
    const $ = load(firstEntry(feed), null, false);
    expect($('p:contains(gauge)').first().text()).toBe('The gauge says 42 of 100. Where?');
    expect($('p:contains(gauge) a').attr('href')).toBe('https://opsnotes.example/articles/gauges/#where');
    expect($.text()).toContain('Counted to 3');
    expect($('em').text()).toBe('A rising line');
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
});

describe('what somebody adds to the project', () => {
  it('may be a page that knows only Astro’s documentation', () => {
    const $ = page('mine');
    expect($('ul').text()).toContain('articles gauges: An article that imports, xen');
    expect($('ol').text().trim()).toBe('2 first-part First part');
    expect($('main .command').text()).toBe('ls');
  });

  it('may be a Markdown plug-in: it sees every text', () => {
    expect(page('articles/plain')('em.shout').text()).toBe('Text');
    expect(page('mine')('em.shout').text()).toBe('Text');
  });
});

describe('an import that fails', () => {
  const failing = (name: string, line: string, problem: string, at: number, code = 'mdx-render') => {
    it(`stops the build, with its place: ${name}`, async () => {
      const file = join(folder, 'content/articles/failing.mdx');
      const plain = readFileSync(join(folder, 'content/articles/plain.mdx'), 'utf8');
      writeFileSync(file, plain.replace('## First part', `${line}\n\n## First part`));
      const { status, printed } = await build();
      rmSync(file);
      expect(printed).toContain(`content/articles/failing.mdx:${at}  ${code}  ${problem}`);
      expect(printed).not.toMatch(/^\s+at /m);
      expect(status).toBe(1);
      // The last good site is still there.
      expect(page('articles/plain')('h1').text()).toBe('A plain article');
    });
  };

  failing(
    'a package',
    "import A from 'no-such-package';",
    'Unexpected package `no-such-package`, expected one that is installed.',
    9,
    'missing-file',
  );
  failing(
    'a name',
    "import Gauge from '../../src/components/Gauge.astro';\nimport { Nobody } from '../../src/components/Counter.tsx';\n\n<Nobody />",
    'Unexpected import, expected one that works: "Nobody" is not exported by "src/components/Counter.tsx".',
    10,
  );
  failing(
    'a component that throws',
    "import Bad from '../../src/components/Bad.astro';\n\n<Bad />",
    'Unexpected error in `<Bad>`, expected it to render: The reading is not a number.',
    11,
  );
  failing(
    'a component that does not compile',
    "import Broken from '../../src/components/Broken.astro';\n\n<Broken />",
    'Unexpected `../../src/components/Broken.astro`, expected it to compile: ',
    9,
  );
  failing(
    'an expression',
    'export const list = [];\n\n{list[0].value}',
    'Unexpected error in an expression or component, expected it to render: ',
    11,
  );
});

function build() {
  return runBuild('content', 'dist', {}, [], folder);
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
