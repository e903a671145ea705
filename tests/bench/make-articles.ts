import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/articles/articles.ts';
import { parseYaml } from '../../src/content/yaml-source.ts';
import { frontmatter } from '../../src/content/frontmatter.ts';
import { outline } from '../../src/content/outline/outline.ts';
import { article as schema } from '../../src/content/schemas/article.ts';
import { anArticle } from '../unit/articles/an-article.ts';

const FOLDER = 'content/articles';
const TAGS = 40;
const MINUTES = 97;

/** So many articles, newest first: the texts of the site's own, again and again, each with a title and time of its own. */
export function makeArticles(number: number): Article[] {
  const texts = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));
  const known = texts.map((mdx) => ({
    mdx,
    outline: outline(mdx),
    data: schema.parse(parseYaml(frontmatter(mdx)!.yaml).value),
  }));
  return Array.from({ length: number }, (_, index) => {
    const text = known[index % known.length]!;
    const slug = `article-${index}`;
    const published = new Date(Date.UTC(2026, 0, 1) - index * MINUTES * 60_000);
    const tags = [index % TAGS, (index * 7 + 1) % TAGS, (index * 13 + 5) % TAGS].map((tag) => `tag-${tag}`);
    return {
      ...anArticle({ slug, title: `${text.data.title} (${index})`, tags: [...new Set(tags)] }),
      ...text,
      // An outline of its own, as a folder's articles have.
      outline: { ...text.outline },
      kind: text.data.kind,
      published,
      file: join(process.cwd(), FOLDER, `${slug}.mdx`),
    };
  });
}
