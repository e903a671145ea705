import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { beforeAll, describe, expect, it } from 'vitest';
import { AddedProject } from './added-project.ts';

let project: AddedProject;

/** What the first build printed. */
let said: string;

beforeAll(async () => {
  project = new AddedProject('additions');
  const { status, printed } = await project.build();
  expect(status, printed).toBe(0);
  said = printed;
});

describe('an article that imports', () => {
  it('shows Astro’s components, with their styles and scripts', () => {
    const $ = project.page('articles/gauges');
    expect($('.text .gauge').first().text()).toBe('The gauge says 42 of 100. Where?');
    expect($('head style').text()).toMatch(/\.gauge\[data-astro-cid-\w+\]\{border:1px solid #ff69b4\}/);
    const scripts = $('.text script[src]')
      .toArray()
      .map((script) => project.read($(script).attr('src')!));
    expect(scripts.join('\n')).toContain('data-alive');
  });

  it('lets the browser apply those styles, and run those scripts', () => {
    const $ = project.page('articles/gauges');
    const policy = $('meta[http-equiv="content-security-policy" i]').attr('content')!;
    const hashes = (selector: string): string[] =>
      $(selector)
        .toArray()
        .map((one) => `'sha256-${createHash('sha256').update($(one).html()!).digest('base64')}'`);
    const styles = hashes('style');
    const scripts = hashes('script:not([src]):not([type="application/ld+json"])');
    expect(Math.min(styles.length, scripts.length)).toBeGreaterThan(1);
    expect(project.page('articles/gauges').html()).toContain('dataset.drawn');
    for (const hash of styles) expect(/style-src[^;]*/.exec(policy)?.[0]).toContain(hash);
    for (const hash of scripts) expect(/script-src[^;]*/.exec(policy)?.[0]).toContain(hash);
  });

  it('puts elements and fragments into the named slots of a component', () => {
    const feet = project
      .page('articles/gauges')('.panel .foot')
      .toArray()
      .map((foot) => load(foot).text());
    expect(feet).toEqual(['One foot.', 'Another foot.']);
    expect(project.read('articles/gauges.md')).toContain('\nAnother *foot*.\n');
  });

  it('lets the browser apply the values that a component passes to its styles', () => {
    const $ = project.page('articles/gauges');
    const style = $('.panel').attr('style')!;
    expect(style).toBe('--colour: teal;');
    const hash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
    expect($('meta[http-equiv="content-security-policy" i]').attr('content')).toContain(
      `style-src-attr 'unsafe-hashes' ${hash};`,
    );
    expect(
      project.page('articles/plain')('meta[http-equiv="content-security-policy" i]').attr('content'),
    ).not.toContain('-attr');
  });

  it('shows components of a framework, which become interactive in the browser', () => {
    const $ = project.page('articles/gauges');
    expect($('astro-island[client=visible] button').text()).toBe('Counted to 3');
    expect($('astro-island').attr('component-url')).toMatch(/^\/_astro\/Counter\.\w+\.js$/);
  });

  it('shows what it exports and computes, data, and a picture from Astro’s own folder', () => {
    const $ = project.page('articles/gauges');
    expect($('.text > p').first().text()).toBe('Text in 2026 by An article that imports, of 2 readings.');
    expect($('.text img').attr('src')).toMatch(/^\/_astro\/graph\.\w+\.png$/);
  });

  it('computes our own callouts and elements of prose', () => {
    const $ = project.page('articles/gauges');
    expect($('.text aside.warning').html()).toBe('<p class="callout-label">Warning</p>Two or more.');
    expect(
      $('.text > ul')
        .last()
        .find('li')
        .toArray()
        .map((item) => $(item).text()),
    ).toEqual(['42', '43']);
    expect(project.read('articles/gauges.md')).toContain('Two or more.');
  });

  it('has its own blocks inside and outside of a component', () => {
    const $ = project.page('articles/gauges');
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
    const twin = project.read('articles/gauges.md');
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
    const twin = project.read('articles/gauges.md');
    expect(twin).toContain('\n- 42\n- 43\n');
    expect(twin).not.toMatch(/<ul>|<table>/);
    expect(twin).toContain(
      '\n<details>\n<summary>All 2 readings</summary>\n\nTheir *sum* is 85.\n\n|    |        |\n| -- | ------ |\n| 42 | of 100 |\n',
    );
    expect(project.page('articles/gauges')('.text details > :first-child').text()).toBe('All 2 readings');
  });
});

describe('what somebody adds to the project', () => {
  it('may be a page that knows only Astro’s documentation', () => {
    const $ = project.page('mine');
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
    expect(project.page('articles/plain')('em.shout').text()).toBe('Text');
    expect(project.page('mine')('em.shout').text()).toBe('Text');
  });
});

describe('more pages of somebody’s own', () => {
  const ALLOWED = "document.body.dataset.allowed = '';";
  const HASH = `sha256-${createHash('sha256').update(ALLOWED).digest('base64')}`;
  const FILES = {
    'src/pages/rss.xml.ts': "export const GET = () => new Response('<rss/>');\n",
    'src/pages/another.md':
      '# Another\n\n[Dead](/nowhere/) and [dead](#nothing).\n\n<i id="a"></i><i id="a"></i>\n',
    'src/pages/scripted.astro':
      `---\nconst count = 3;\nAstro.csp?.insertScriptHash('${HASH}');\n---\n\n` +
      '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Scripted</title></head><body>' +
      `<script is:inline>${ALLOWED}</script>\n` +
      '<script define:vars={{ count }}>document.body.dataset.count = count;</script></body></html>\n',
  };
  let built: string;
  let checked: string;

  beforeAll(async () => {
    for (const [path, text] of Object.entries(FILES)) project.write(path, text);
    const { status, printed } = await project.build();
    expect(status, printed).toBe(0);
    built = printed;
    checked = project.checkSite();
  });

  it('take precedence over a file of ours with their path', () => {
    expect(project.read('rss.xml')).toBe('<rss/>');
  });

  it('keep their first-level heading, and needn’t have what our layout promises', () => {
    expect(project.page('another')('h1').attr('id')).toBe('another');
    expect(checked.match(/^(?:src\/pages|dist\/(?:another|mine)).* {2}Unexpected [^,]*/gm)).toEqual([
      'src/pages/another.md:3  dead-link  Unexpected address `/nowhere/` of `<a>`',
      'src/pages/another.md:3  dead-link  Unexpected anchor `#nothing` of `/another/`',
      'src/pages/another.md:5  invalid-html  Unexpected second `id="a"` in `another/index.html`',
    ]);
  });

  it('get a warning for an inline script, unless the page allows it', () => {
    const policy = project.page('scripted')('meta[http-equiv="content-security-policy" i]').attr('content');
    expect(policy).toContain(`'${HASH}'`);
    expect(built.match(/The policy of .*/g)).toEqual([
      expect.stringMatching(
        /^The policy of scripted\/index\.html doesn't let the inline script `\(function\(\)\{const count = 3;.*` run\. /,
      ),
    ]);
  });

  it('are counted when they are new, and when they are gone', async () => {
    expect(built).toMatch(/: 3 files written, \d+ unchanged/);
    for (const path of Object.keys(FILES)) rmSync(join(project.folder, path));
    expect((await project.build()).printed).toMatch(/: 1 files written, \d+ unchanged, 2 removed/);
    expect(existsSync(join(project.folder, 'dist/another'))).toBe(false);
    expect(project.read('rss.xml')).toContain('<title>');
  });
});

/** The HTML of the newest article in a feed. */
function firstEntry(feed: string): string {
  const text = project.read(feed);
  if (feed === 'feed.json')
    return (JSON.parse(text) as { items: { content_html: string }[] }).items[0]!.content_html;
  return feed === 'rss.xml'
    ? parseRssFeed(text).items![0]!.content!.encoded!
    : parseAtomFeed(text).entries![0]!.content!.value!;
}
