import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { articlePath, SEARCH_INDEX } from '../library/paths.ts';
import { readContent, type Content } from '../loaders/read-content.ts';
import { loadSite } from '../loaders/read-site.ts';
import { articleBlocks } from '../markdown/article-blocks.ts';
import { localize, localizedTexts } from '../schemas/localized.ts';
import type { Site } from '../schemas/site.ts';
import { buildIndex, pack } from '../search/build-index.ts';
import { indexedArticle, type SearchedArticle } from '../search/indexed-article.ts';
import { searchedArticle } from '../search/records.ts';

/** Writes the search index beside the built pages. */
export function searchIndex(folder: string): AstroIntegration {
  return {
    name: 'opsnotes-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const articles = searchedArticles(await readContent(folder), loadSite(folder));
        const files = buildIndex(articles.map(indexedArticle));
        await writeFiles(files, join(fileURLToPath(dir), SEARCH_INDEX));
        logger.info(`${articles.length} articles, ${files.size} files`);
      },
    },
  };
}

async function writeFiles(files: ReadonlyMap<string, string>, folder: string): Promise<void> {
  const folders = new Set([...files.keys()].map((name) => dirname(join(folder, name))));
  await Promise.all([...folders].map((each) => mkdir(each, { recursive: true })));
  for (const [name, text] of files) await writeFile(join(folder, `${name}.bin`), pack(text));
}

function searchedArticles(content: Content, { locale }: Site): SearchedArticle[] {
  const tags = new Map(
    content.tags.flatMap(({ slug, data }) =>
      data === undefined
        ? []
        : [
            [
              slug,
              {
                slug,
                label: localize(data.label, locale),
                spellings: [...localizedTexts(data.label), ...data.aliases],
              },
            ],
          ],
    ),
  );
  return content.articles.flatMap(({ slug, data, outline }) => {
    if (data === undefined || outline === undefined || data.draft) return [];
    return searchedArticle({
      path: articlePath(slug),
      data,
      outline,
      blocks: articleBlocks(outline),
      lang: data.lang ?? locale,
      tags: data.tags.flatMap((tag) => tags.get(tag) ?? []),
    });
  });
}
