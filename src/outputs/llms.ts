import { KINDS } from '../content/schemas/article.ts';
import { LLMS, plainPath } from '../articles/paths.ts';
import type { SiteContent } from '../articles/shaped-content.ts';
import { absolute, site, t } from '../articles/site.ts';
import { textFile, type SiteFile } from './site-file.ts';

/**
 * `/llms.txt`: describes the site and lists each article's Markdown version with its description, by kind (see
 * https://llmstxt.org/). Articles kept only for the record come last, under `Optional`.
 */
export function llmsFile({ articles }: SiteContent): SiteFile {
  const line = ({ slug, title, description }: (typeof articles)[number]): string =>
    `- [${escaped(title)}](${absolute(plainPath(slug))}): ${oneLine(description)}`;
  const current = articles.filter(({ data }) => data.status === 'current');
  const sections = [
    ...KINDS.map((kind) => ({
      title: t.kinds[kind],
      of: current.filter((article) => article.kind === kind),
    })),
    { title: 'Optional', of: articles.filter(({ data }) => data.status === 'historical') },
  ].filter(({ of }) => of.length > 0);
  const text = [
    `# ${oneLine(site.title)}\n\n> ${oneLine(site.description)}\n`,
    ...sections.map(({ title, of }) => `## ${title}\n\n${of.map(line).join('\n')}\n`),
  ].join('\n');
  return textFile(LLMS, 'text/plain', text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return oneLine(text).replace(/[[\]\\]/g, String.raw`\$&`);
}
