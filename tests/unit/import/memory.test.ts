import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, write } from './an-import.ts';

/** Runs a module with a heap of so many megabytes, of which what it imports takes about 20. */
function runWithHeap(megabytes: number, code: string) {
  return spawnSync(
    process.execPath,
    [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=1', '--input-type=module', '--eval', code],
    { encoding: 'utf8' },
  );
}

const module = (path: string): string => JSON.stringify(resolve('src', path));

/** A feed of 48 MB. One letter of each text is enough for twice the memory in a string. */
function longFeed(): string {
  const file = join(aFolder(), 'feed.xml');
  const text = `<p>– ${'All is well. '.repeat(20_000)}</p>`;
  const feed = openSync(file, 'w');
  writeSync(feed, '<rss version="2.0"><channel><title>Blog</title><link>https://blog.example/</link>');
  for (let number = 0; number < 180; number++)
    writeSync(
      feed,
      `<item><title>Post ${number}</title><guid>a:${number}</guid><description><![CDATA[${text}]]></description></item>`,
    );
  writeSync(feed, '</channel></rss>');
  closeSync(feed);
  return file;
}

describe('Memory', () => {
  it('does not have to hold a feed, neither as a whole nor its texts', () => {
    const { status, stdout } = runWithHeap(
      64,
      `import { readSource } from ${module('import/read/read-source.ts')};
       const { entries } = await readSource(${JSON.stringify(longFeed())}, () => undefined);
       console.log(entries.length, entries.at(-1).body.text.length);`,
    );
    expect([status, stdout]).toEqual([0, '180 260009\n']);
  });

  it('of the check after an import does not have to hold the prose', () => {
    const prose = '– All is well with the server and its disks.\n\n'.repeat(700);
    const folder = aFolder({ 'tags/linux.yaml': 'label: Linux\ndescription: The system.\n' });
    for (let number = 0; number < 200; number++)
      write(folder, {
        [`articles/post-${number}.mdx`]: `---\nkind: note\ntitle: Post ${number}\ndescription: A text.\npublished: 2026-01-31\ntags: [linux]\n---\n\n${prose}`,
      });
    const { status, stdout } = runWithHeap(
      56,
      `import { countFaults } from ${module('checks/count-faults.ts')};
       console.log(await countFaults(${JSON.stringify(folder)}));`,
    );
    expect([status, stdout]).toEqual([0, '0\n']);
  });
});
