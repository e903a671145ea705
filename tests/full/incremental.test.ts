import { spawn } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/build/build-cache.ts';
import { filesBelow } from '../site/built-files.ts';
import { bytesOf, changingSite, remains, type ChangingSite } from '../site/changing-site.ts';

let site: ChangingSite;

beforeEach(async () => {
  site = await changingSite();
});

afterEach(() => {
  site.remove();
});

describe('a build after a change is byte for byte a clean build,', () => {
  test.each<[what: string, change: () => void]>([
    [
      'an article’s text',
      () => {
        site.edit('articles/nftables-basics.mdx', (text) => `${text}\nOne more line.\n`);
      },
    ],
    [
      'its title and tags',
      () => {
        site.edit('articles/replace-a-disk.mdx', (text) =>
          text
            .replace(/^title: .*$/m, 'title: A disk that had to go')
            .replace(/^tags: .*$/m, 'tags: [shell]'),
        );
      },
    ],
    [
      'its date, which moves it in every list',
      () => {
        site.edit('articles/iptables-basics.mdx', (text) =>
          text.replace(/^published: .*$/m, 'published: 2031-01-02'),
        );
      },
    ],
    [
      'the label of a tag',
      () => {
        site.edit('tags/firewall.yaml', (text) => text.replace(/^label: .*$/m, 'label: Walls of fire'));
      },
    ],
    [
      'the author of a comment',
      () => {
        site.edit('comments/nftables-basics/first.yaml', (text) =>
          text.replace(/^author: .*$/m, 'author: Somebody'),
        );
      },
    ],
    [
      'the name of an article, so its address',
      () => {
        const articles = join(site.content, 'articles');
        renameSync(join(articles, 'timers-instead-of-cron.mdx'), join(articles, 'timers-and-cron.mdx'));
        rmSync(join(site.content, 'comments/timers-instead-of-cron'), { recursive: true });
        site.replaceInAll('timers-instead-of-cron', 'timers-and-cron');
      },
    ],
    [
      'an article that has moved into a folder of its own, and another one',
      () => {
        const articles = join(site.content, 'articles');
        mkdirSync(join(articles, 'rsync-po-shagam'));
        renameSync(join(articles, 'rsync-po-shagam.mdx'), join(articles, 'rsync-po-shagam/index.mdx'));
        site.edit('articles/nftables-basics.mdx', (text) => `${text}\nOne more line.\n`);
      },
    ],
    [
      'a new article',
      () => {
        const disk = readFileSync(join(site.content, 'articles/replace-a-disk.mdx'), 'utf8');
        const another = disk
          .replace(/^title: .*$/m, 'title: Another disk')
          .replace(/^aliases:[^]*?(?=^\w)/m, '')
          .replace(/^id: .*\n/m, '');
        writeFileSync(join(site.content, 'articles/another-disk.mdx'), another);
      },
    ],
    [
      'an article that is gone',
      () => {
        rmSync(join(site.content, 'articles/rsync-po-shagam.mdx'));
        site.replaceInAll('/articles/rsync-po-shagam/', '/articles/nftables-basics/');
      },
    ],
    [
      'a file beside an article',
      () => {
        const folder = join(site.content, 'articles/copy-times');
        const file = filesBelow(folder).find((name) => !name.endsWith('.mdx'))!;
        writeFileSync(join(folder, file), `${readFileSync(join(folder, file), 'utf8')}9,9,9\n`);
      },
    ],
    [
      'a page of the site’s own',
      () => {
        site.edit('pages/about.mdx', (text) => `${text}\nMore about it.\n`);
      },
    ],
    [
      'the language of the settings',
      () => {
        site.edit('site.yaml', (text) => text.replace('locale: en', 'locale: ru'));
      },
    ],
  ])('after %s', async (_, change) => {
    change();
    expect(await site.build()).toMatch(/: [1-9]\d* files written/);
    await site.expectAsClean();
  });

  test('after an article has only moved into a folder, if there are links to edit articles', async () => {
    site.edit('site.yaml', (text) => `${text}\neditUrl: https://git.example.org/edit\n`);
    await site.build();
    const articles = join(site.content, 'articles');
    mkdirSync(join(articles, 'rsync-po-shagam'));
    renameSync(join(articles, 'rsync-po-shagam.mdx'), join(articles, 'rsync-po-shagam/index.mdx'));
    expect(await site.build()).toMatch(/: 1 files written/);
    await site.expectAsClean();
  });

  test('after everything was changed, and changed back', async () => {
    const before = bytesOf(site.out);
    site.edit('articles/nftables-basics.mdx', (text) => `${text}\nOne more line.\n`);
    await site.build();
    site.edit('articles/nftables-basics.mdx', (text) => text.replace('\nOne more line.\n', ''));
    await site.build();
    expect(bytesOf(site.out)).toEqual(before);
  });
});

test('changes only the page of an article, and its policy, with a component that it imports', async () => {
  const gauge = 'articles/nftables-basics/Gauge.astro';
  mkdirSync(join(site.content, 'articles/nftables-basics'), { recursive: true });
  writeFileSync(
    join(site.content, gauge),
    `<p class="gauge">3</p>\n<style is:global>.gauge { color: red }</style>\n<script>document.title += '!';</script>\n`,
  );
  site.edit('articles/nftables-basics.mdx', (text) =>
    text.replace(/\n---\n/, `\n---\n\nimport Gauge from './nftables-basics/Gauge.astro';\n\n<Gauge />\n`),
  );
  await site.build();
  const before = bytesOf(site.out);
  site.edit(gauge, (text) => text.replace('red', 'green').replace("'!'", "'?'"));
  await site.build();
  const after = bytesOf(site.out);
  const changed = [...after].filter(([file, bytes]) => before.get(file) !== bytes).map(([file]) => file);
  expect(changed.filter((file) => file.endsWith('.html'))).toEqual(['/articles/nftables-basics/index.html']);
  await site.expectAsClean();
});

test('writes everything again in a clean build, with the same bytes', async () => {
  const before = bytesOf(site.out);
  expect(await site.build(['--clean'])).toMatch(/: [1-9]\d* files written, 0 unchanged/);
  expect(bytesOf(site.out)).toEqual(before);
});

describe('the next build is right', () => {
  test('after files of the site were damaged', async () => {
    const before = bytesOf(site.out);
    truncateSync(join(site.out, 'articles/nftables-basics/index.html'), 100);
    rmSync(join(site.out, 'articles/nftables-basics.md'));
    writeFileSync(join(site.out, 'rss.xml'), 'nonsense');
    expect(await site.build()).toMatch(/: [1-9]\d* files written, [1-9]\d* unchanged/);
    expect(bytesOf(site.out)).toEqual(before);
  });

  test('after files of the cache were damaged', async () => {
    const before = bytesOf(site.out);
    for (const file of cacheFiles()) truncateSync(file, statSync(file).size >> 1);
    await site.build();
    expect(bytesOf(site.out)).toEqual(before);
  });

  test('after a build was killed, and deletes its leftovers', async () => {
    const before = bytesOf(site.out);
    site.edit('articles/nftables-basics.mdx', (text) => `${text}\nAnd one more.\n`);
    await killedBuild();
    expect(bytesOf(site.out)).toEqual(before);
    expect(remains(site)).not.toEqual([]);
    await site.build();
    expect(remains(site)).toEqual([]);
    await site.expectAsClean();
  });
});

/** Starts a build and kills it once it has begun to write. */
async function killedBuild(): Promise<void> {
  const started = spawn(process.execPath, ['src/cli/build.ts', '--out', site.out], {
    env: { ...process.env, OPSNOTES_CONTENT: site.content, NODE_ENV: 'production' },
    stdio: 'ignore',
  });
  const ended = new Promise((done) => started.on('close', done));
  const hasBegun = (): boolean =>
    remains(site).some((name) => readdirSync(join(site.folder, name)).length > 0);
  while (started.exitCode === null && !hasBegun()) await setTimeout(10);
  started.kill('SIGKILL');
  await ended;
}

function cacheFiles(): string[] {
  const folder = cacheFolder(site.content);
  const files = readdirSync(folder).filter((name) => /^(?:content|site-)/.test(name));
  expect(files.length).toBeGreaterThan(1);
  return files.map((name) => join(folder, name));
}
