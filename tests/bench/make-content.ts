import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the words come from. */
const TEXTS = 'content/articles';

const TAGS = 60;
const WORDS = 600;
const BLOCKS = 5;
const HOURS_BETWEEN = 26;

const PROGRAMS = (
  'awk btrfs ceph certbot chmod chown crm curl dd df dnf docker drbdadm etcdctl find fio gluster grep ip iptables ' +
  'journalctl kubectl lvcreate mdadm mount mysqldump nft nginx openssl pcs psql pvcreate rados rsync sar sed smartctl ' +
  'ss ssh systemctl tar useradd vgs virsh xl zfs zpool'
).split(' ');

/**
 * Generates a content folder, the same each time: articles of about 600 words, five blocks (three sessions, a script, a file),
 * and two or three of 60 tags, most of them rare. The words come from our own articles.
 */
export function makeContent(folder: string, articles: number): void {
  const words = ownWords();
  const random = randomNumbers(articles);
  for (const part of ['articles', 'tags']) mkdirSync(join(folder, part), { recursive: true });
  for (let tag = 1; tag <= TAGS; tag++)
    writeFileSync(join(folder, 'tags', `tag-${tag}.yaml`), `label: Tag ${tag}\ndescription: All of it.\n`);
  for (let number = 0; number < articles; number++)
    writeFileSync(join(folder, 'articles', `article-${number}.mdx`), article(number, words, random));
}

type Random = () => number;

function article(number: number, words: readonly string[], random: Random): string {
  const published = new Date(Date.UTC(2010, 0, 1) + number * HOURS_BETWEEN * 3_600_000).toISOString();
  const tags = new Set(Array.from({ length: 3 }, () => `tag-${1 + rank(TAGS, random)}`));
  const sections = Array.from({ length: BLOCKS }, (_, at) => {
    const heading = at % 2 === 0 ? `## ${phrase(6, words, random)}\n\n` : '';
    return `${heading}${paragraph(WORDS / BLOCKS, words, random)}\n\n${block(at, words, random)}\n`;
  });
  return [
    '---',
    'kind: note',
    `title: ${phrase(8, words, random)} ${number}`,
    `description: ${phrase(14, words, random)}.`,
    `published: ${published}`,
    `tags: [${[...tags].join(', ')}]`,
    '---',
    '',
    ...sections,
  ].join('\n');
}

function paragraph(length: number, words: readonly string[], random: Random): string {
  return Array.from({ length: length / 12 }, () => `${phrase(12, words, random)}.`).join(' ');
}

function phrase(length: number, words: readonly string[], random: Random): string {
  const text = Array.from({ length }, () => words[rank(words.length, random)]!).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function block(at: number, words: readonly string[], random: Random): string {
  const word = (): string => words[rank(words.length, random)]!;
  const number = (below: number): number => Math.floor(random() * below);
  const command = (): string =>
    `${PROGRAMS[number(PROGRAMS.length)]!} --${word()}=${number(999)} /srv/${word()}/${number(5000)}`;
  if (at === 4) {
    const values = Array.from({ length: 4 }, () => `${word()} = ${number(100)}`);
    return ['```ini file="/etc/' + word() + '.conf"', `[${word()}]`, ...values, '```'].join('\n');
  }
  if (at === 3)
    return ['```bash', command(), `${command()} | grep -v ${word()}`, command(), '```'].join('\n');
  const prompt = random() < 0.5 ? '#' : '$';
  const step = (): string => `${prompt} ${command()}\n${word()}: ${number(1e6)} ${word()} done`;
  return ['```console', step(), step(), '```'].join('\n');
}

/** The words of our own articles, and as many made from their halves, because large collections have more words. */
function ownWords(): string[] {
  const text = readdirSync(TEXTS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .map((path) => readFileSync(join(TEXTS, path), 'utf8').replace(/^---[^]*?\n---|```[^]*?```/g, ''))
    .join(' ');
  const words = [...new Set(text.toLowerCase().match(/[a-z]{4,}/g))];
  return words.flatMap((word, at) => {
    const other = words[(at * 7 + 3) % words.length]!;
    return [word, word.slice(0, word.length / 2 + 1) + other.slice(-other.length / 2)];
  });
}

/** A number from 0, small ones more often than large ones, like words and tags (Zipf). */
function rank(below: number, random: Random): number {
  return Math.min(below - 1, Math.floor((below + 1) ** random()) - 1);
}

/** Numbers from 0 to 1 (a linear congruential generator, Numerical Recipes' constants). */
function randomNumbers(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
