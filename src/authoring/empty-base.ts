import { stringify } from 'yaml';
import type { Locale } from '../content/schemas/localized.ts';
import type { SiteInput } from '../content/schemas/site.ts';
import { withFrontmatter } from './frontmatter-text.ts';

/** What to ask when starting a new knowledge base. */
export interface BaseStart {
  title: string;
  /** The URL where it will be published. */
  url: string;
  author: string;
  licence: { name: string; url: string };
  locale: Locale;
  now: Date;
}

/** Licences that can be given by a short name. */
export const LICENCES = [
  { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  { name: 'CC BY-NC-SA 4.0', url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/' },
];

/**
 * The files of an empty knowledge base, by path: settings, one example of everything, and server configuration.
 *
 * @param deploy the files of our own `deploy/`, by name
 */
export function emptyBase(
  start: BaseStart,
  deploy: Readonly<Record<string, string>>,
): Record<string, string> {
  const words = WORDS[start.locale];
  const day = start.now.toISOString().slice(0, 10);
  return {
    'site.yaml': stringify(settings(start), { lineWidth: 0 }),
    'articles/first-steps.mdx': article(words, day, start.locale),
    'tags/linux.yaml': stringify({ label: 'Linux', description: words.tag }, { lineWidth: 0 }),
    'pages/about.mdx': withFrontmatter(
      { title: words.about, description: words.aboutThis },
      `${words.aboutText}\n`,
    ),
    ...Object.fromEntries(
      Object.entries(deploy).map(([name, text]) => [
        `deploy/${name}`,
        forHost(text, new URL(start.url).hostname),
      ]),
    ),
  };
}

/** Adapts a web server configuration to a host name and its folder. */
function forHost(text: string, host: string): string {
  return text.replaceAll('opsnotes.example', host).replaceAll('/var/www/opsnotes', `/var/www/${host}`);
}

function settings({ title, url, author, licence, locale, now }: BaseStart): Partial<SiteInput> {
  return {
    title,
    description: WORDS[locale].description,
    url,
    idAuthority: `${new URL(url).hostname},${now.getUTCFullYear()}`,
    locale,
    author: { name: author },
    licence,
    comments: { via: 'none' },
    exampleQueries: ['df --human-readable', '/etc/fstab'],
  };
}

interface Words {
  description: string;
  tag: string;
  about: string;
  aboutThis: string;
  aboutText: string;
  title: string;
  summary: string;
  text: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    description: 'Notes and guides for people who run servers.',
    tag: 'Everything about the system itself.',
    about: 'About',
    aboutThis: 'What this is and who runs it.',
    aboutText: 'Say what is here, who writes it, and how to reach you.',
    title: 'First steps',
    summary: 'An example to change or delete: one command, one file.',
    text: `This article is an example. Change it or delete it; \`npm run new\` creates the next one.

See how full the disks are:

\`\`\`console host="server1" title="How full the disks are"
$ df --human-readable /
Filesystem      Size  Used Avail Use% Mounted on
/dev/vda1        40G   12G   26G  32% /
\`\`\`

A file that belongs on the machine is a listing:

\`\`\`text file="/etc/fstab" append host="server1"
{{data_device}} /srv ext4 defaults 0 2
\`\`\`
`,
  },
  ru: {
    description: 'Заметки и инструкции для тех, у кого есть серверы.',
    tag: 'Всё о самой системе.',
    about: 'О сайте',
    aboutThis: 'Что это и кто этим занимается.',
    aboutText: 'Напишите, что здесь есть, кто это пишет и как с вами связаться.',
    title: 'Первые шаги',
    summary: 'Пример, который можно изменить или удалить: одна команда, один файл.',
    text: `Эта статья — пример. Измените её или удалите; следующую начинает \`npm run new\`.

Сколько места занято на дисках:

\`\`\`console host="server1" title="Сколько места занято"
$ df --human-readable /
Filesystem      Size  Used Avail Use% Mounted on
/dev/vda1        40G   12G   26G  32% /
\`\`\`

Файл, которому место на машине, — это листинг:

\`\`\`text file="/etc/fstab" append host="server1"
{{data_device}} /srv ext4 defaults 0 2
\`\`\`
`,
  },
};

function article({ title, summary, text }: Words, day: string, locale: Locale): string {
  const label = locale === 'ru' ? 'Раздел диска для данных' : 'Partition for the data';
  const frontmatter = {
    kind: 'guide',
    title,
    description: summary,
    published: day,
    tags: ['linux'],
    hosts: ['server1'],
    placeholders: { data_device: { label, example: '/dev/vdb1', pattern: '/dev/[a-z0-9/]+' } },
  };
  return withFrontmatter(frontmatter, text);
}
