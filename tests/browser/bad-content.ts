import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../site/build-sites.ts';

/** A word of so many letters, as a token, a hash or a path can be. */
const LONG = 'x'.repeat(2000);

const HOSTS = Array.from({ length: 40 }, (_, index) => `host-${index}.of.a.long.domain.example.org`);

const TAGS = Array.from({ length: 40 }, (_, index) => `subject-${index}`);

const SITE = {
  title: `The site of a company with a name as long as names of companies are ${'n'.repeat(60)}`,
  description: 'What nobody should write, and somebody will.',
  url: 'https://bad.example/',
  idAuthority: 'bad.example,2026',
  locale: 'en',
  author: { name: 'A'.repeat(80) },
  licence: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

/** A text of its own beside frontmatter that differs from a plain note's. */
interface BadArticle {
  data?: Record<string, unknown>;
  text: string;
}

/** What no author means to write, by the article's slug. */
export const BAD_ARTICLES = {
  'two-thousand-blocks': {
    data: { kind: 'guide', hosts: ['a1'] },
    text: Array.from({ length: 2000 }, (_, index) => `## Part ${index}\n\n${session(`echo ${index}`)}`).join(
      '\n',
    ),
  },
  'no-blanks': {
    text: [
      `Code \`${LONG}\`, a word ${LONG}, an address https://example.org/${LONG}.`,
      `## ${LONG}`,
      session(`echo ${LONG}`, LONG),
      session(LONG),
      `\`\`\`bash title="${LONG}"\necho ${LONG}\n\`\`\``,
      `\`\`\`ini file="/etc/${LONG}"\nkey = ${LONG}\n\`\`\``,
      `\`\`\`text\n${LONG}\n\`\`\``,
      `| one | two |\n| --- | --- |\n| \`${LONG}\` | ${LONG} |\n| ${LONG} | \`${LONG}\` |`,
      `- ${LONG}\n\n> ${LONG}\n\n> [!WARNING]\n> ${LONG}`,
      `## Another ${LONG}`,
    ].join('\n\n'),
  },
  'too-much-around': {
    data: {
      kind: 'guide',
      title: `A title of two hundred characters, ${'y'.repeat(165)}`,
      description: 'z'.repeat(300),
      tags: TAGS,
      hosts: HOSTS,
      appliesTo: [{ product: 'P'.repeat(200), version: '1'.repeat(200), system: 'S'.repeat(200) }],
      series: 's'.repeat(200),
      placeholders: { long: { label: 'L'.repeat(200), example: 'e'.repeat(200) } },
    },
    text: session('echo {{long}}').replace('console', `console host="${HOSTS.join(' ')}"`),
  },
  'many-words': {
    data: { title: 'Words and words and '.repeat(10).trim() },
    text: '## One\n\nText.\n\n## Two\n',
  },
  'right-to-left': {
    data: { kind: 'guide', title: 'התקנת שרת קבצים', description: 'מדריך קצר, עם פקודות.', lang: 'he' },
    text: `בפסקה זו יש \`/etc/hosts\` בתוך הטקסט.\n\n## התקנה\n\n${session('ls /srv', 'שלום')}\n\n- ראשון\n\n| שם |\n| --- |\n| נתונים |\n\n## סיום\n`,
  },
  'without-text': { data: { kind: 'guide' }, text: '' },
} satisfies Record<string, BadArticle>;

/** Writes a folder of content that has all of them. @returns its path */
export function writeBadContent(): string {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'bad-content-'));
  for (const name of ['articles', 'tags']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'site.yaml'), JSON.stringify(SITE));
  for (const tag of TAGS)
    writeFileSync(
      join(folder, 'tags', `${tag}.yaml`),
      JSON.stringify({ label: tag, description: 'A subject.' }),
    );
  const articles: Record<string, BadArticle> = BAD_ARTICLES;
  for (const [slug, { data, text }] of Object.entries(articles)) {
    const plain = {
      kind: 'note',
      title: slug,
      description: 'A text.',
      published: '2024-01-01',
      tags: TAGS.slice(0, 1),
    };
    writeFileSync(
      join(folder, 'articles', `${slug}.mdx`),
      // JSON is YAML too.
      `---\n${JSON.stringify({ ...plain, ...data })}\n---\n\n${text}\n`,
    );
  }
  return folder;
}

function session(command: string, output = ''): string {
  return `\`\`\`console\n$ ${command}\n${output}\n\`\`\`\n`;
}
