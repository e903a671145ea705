import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesBelow } from '../site/built-files.ts';
import { bytesOf, changingSite } from '../site/changing-site.ts';

test('a checkout whose lines end as on Windows gives the same site, byte for byte', async () => {
  const site = await changingSite();
  onTestFinished(() => {
    site.remove();
  });
  const folder = join(site.content, 'articles/nftables-basics');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Gauge.astro'), '<p class="gauge">\n  3\n</p>\n');
  site.edit('articles/nftables-basics.mdx', (text) =>
    text.replace(
      /\n---\n/,
      `\n---\n\nimport Gauge from './nftables-basics/Gauge.astro';\n\nexport const count = 3;\n\nOf {count} rules\nin two lines.\n\n<Gauge />\n`,
    ),
  );
  await site.build();
  const before = bytesOf(site.out);
  for (const name of filesBelow(site.content).filter((path) => /\.(?:mdx|yaml|astro)$/.test(path))) {
    const file = join(site.content, name);
    const text = readFileSync(file, 'utf8').replaceAll('\n', '\r\n');
    writeFileSync(file, name.endsWith('.mdx') ? `\uFEFF${text}` : text);
  }
  await site.build(['--clean']);
  const after = bytesOf(site.out);
  expect([...after].filter(([file, bytes]) => before.get(file) !== bytes).map(([file]) => file)).toEqual([]);
});
