import { KINDS } from '../content/schemas/article.ts';
import { LLMS, plainPath } from '../articles/paths.ts';
import type { SiteContent } from '../articles/shaped-content.ts';
import { absolute, site, t } from '../articles/site.ts';
import type { SiteFile } from './site-file.ts';

/**
 * `/llms.txt`: what the site is, and every article's plain twin with its description, by kind, as https://llmstxt.org/ asks. What is only
 * kept for the record comes last, under `Optional`.
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
  return { path: LLMS, of: text, type: 'text/plain; charset=utf-8', content: () => text };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return oneLine(text).replace(/[[\]\\]/g, String.raw`\$&`);
}
