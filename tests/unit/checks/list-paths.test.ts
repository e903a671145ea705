import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkFolder } from '../../../src/checks/folder.ts';

/** A note with links, from the site's root. */
function note(title: string, tags: string, links: readonly string[]): string {
  const text = links.map((path) => `- [${path}](${path})`).join('\n');
  return `---\nkind: note\ntitle: ${title}\ndescription: About ${title}.\npublished: 2026-01-01\ntags: [${tags}]\n---\n\nSee:\n\n${text}\n`;
}

test('a link leads to a page of a list by its number, by kind and tag or by two tags, if there is one', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'opsnotes-')));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp('tests/fixtures/sites/sound', folder, { recursive: true });
  for (let number = 1; number <= 60; number++) {
    const tags = number > 55 ? 'linux, network' : 'linux';
    await writeFile(
      join(folder, `articles/note-${number}.mdx`),
      note(`Note ${number}`, tags, ['/articles/']),
    );
  }
  const there = ['/articles/pages/2/', '/archive/pages/2/', '/tags/linux/pages/2/', '/kinds/note/pages/2/'];
  there.push('/kinds/guide/linux/', '/tags/linux/network/', '/tags/linux/');
  const dead = [
    '/articles/pages/3/',
    '/tags/linux/pages/3/',
    '/tags/network/storage/',
    '/kinds/note/storage/',
  ];
  dead.push('/tags/network/linux/', '/commands/pages/2/', '/kinds/talk/');
  await writeFile(join(folder, 'articles/links.mdx'), note('Links', 'linux', [...there, ...dead]));
  const { faults } = await checkFolder(folder);
  const told = faults.map(({ code, message }) => `${code} ${/`([^`]*)`/.exec(message)?.[1]}`);
  expect(told).toEqual(dead.map((path) => `dead-link ${path}`));
});
