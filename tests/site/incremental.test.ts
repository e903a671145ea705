import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changingSite, type ChangingSite } from './changing-site.ts';

// tests/full/incremental.test.ts tests each kind of change by itself, damage, and killed builds.

let site: ChangingSite;

beforeAll(async () => {
  site = await changingSite();
});

afterAll(() => {
  site.remove();
});

test('a build writes nothing where nothing has changed', async () => {
  expect(await site.build()).toMatch(/is up to date/);
});

test('a build after changes skips what is unchanged, and is byte for byte a clean build', async () => {
  site.edit('articles/nftables-basics.mdx', (text) => `${text}\nOne more line.\n`);
  site.edit('articles/replace-a-disk.mdx', (text) =>
    text.replace(/^title: .*$/m, 'title: A disk that had to go').replace(/^tags: .*$/m, 'tags: [shell]'),
  );
  site.edit('tags/firewall.yaml', (text) => text.replace(/^label: .*$/m, 'label: Walls of fire'));
  site.edit('comments/nftables-basics/first.yaml', (text) =>
    text.replace(/^author: .*$/m, 'author: Somebody'),
  );
  const articles = join(site.content, 'articles');
  renameSync(join(articles, 'timers-instead-of-cron.mdx'), join(articles, 'timers-and-cron.mdx'));
  rmSync(join(site.content, 'comments/timers-instead-of-cron'), { recursive: true });
  site.replaceInAll('timers-instead-of-cron', 'timers-and-cron');
  rmSync(join(articles, 'rsync-po-shagam.mdx'));
  site.replaceInAll('/articles/rsync-po-shagam/', '/articles/nftables-basics/');
  writeFileSync(join(site.out, 'rss.xml'), 'nonsense');
  expect(await site.build()).toMatch(/: [1-9]\d* files written, [1-9]\d* unchanged/);
  await site.expectAsClean();
});
