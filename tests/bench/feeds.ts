/**
 * `node tests/bench/feeds.ts [NUMBER]`: makes a content folder of so many articles (10,000), builds all of their feeds as
 * the build does, writes them, and says how long each part takes.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { makeArticles } from './make-articles.ts';

const number = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(number) || number < 1) {
  console.log('node tests/bench/feeds.ts [NUMBER]');
  process.exit(2);
}

process.env['OPSNOTES_CONTENT'] = resolve('content');
const { feedFiles } = await import('../../src/outputs/feeds/site-feeds.ts');

const articles = makeArticles(number);
const characters = articles.reduce((sum, { mdx }) => sum + mdx.length, 0);
console.log(
  `${number} articles of ${Math.round(characters / number)} characters, each with three tags of ${new Set(articles.flatMap(({ tags }) => tags.map(({ slug }) => slug))).size}`,
);

const out = mkdtempSync(join(tmpdir(), 'opsnotes-feeds-'));
const clocks = { listed: clock(), written: clock() };

const files = await clocks.listed.during(() => feedFiles(articles));
let bytes = 0;
await clocks.written.during(() => {
  for (const { path, content } of files) {
    const written = content() as Uint8Array;
    bytes += written.length;
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), written);
  }
});
rmSync(out, { recursive: true });

console.log(`${files.length} files, ${(bytes / 1e6).toFixed(0)} MB`);
const together = { wall: 0, cpu: 0 };
for (const [name, { wall, cpu }] of Object.entries(clocks)) {
  together.wall += wall;
  together.cpu += cpu;
  print(name, { wall, cpu });
}
print('together', together);

function print(name: string, { wall, cpu }: { wall: number; cpu: number }): void {
  console.log(`${name.padEnd(9)} ${wall.toFixed(2)} s, of which computing ${cpu.toFixed(2)} s`);
}

/** How long something takes, and for how long of it a core works: on a busy machine that is less. */
function clock() {
  return {
    wall: 0,
    cpu: 0,
    async during<T>(work: () => T | Promise<T>): Promise<T> {
      const begin = performance.now();
      const before = process.cpuUsage();
      const result = await work();
      const { user, system } = process.cpuUsage(before);
      this.wall += (performance.now() - begin) / 1000;
      this.cpu += (user + system) / 1e6;
      return result;
    },
  };
}
