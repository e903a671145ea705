import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readContent, type Content } from '../loaders/read-content.ts';
import { loadSite } from '../loaders/read-site.ts';
import { articleBlocks } from '../markdown/article-blocks.ts';
import { localizedTexts } from '../schemas/localized.ts';
import { searchRecords, type SearchRecord } from '../search/records.ts';
import { writeIndex } from '../search/write-index.ts';

/** Writes the search index beside the built pages. */
export function searchIndex(folder: string): AstroIntegration {
  return {
    name: 'opsnotes-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const records = recordsOf(await readContent(folder), loadSite(folder).locale);
        await writeIndex(records, join(fileURLToPath(dir), 'pagefind'));
        logger.info(`${records.length} records`);
      },
    },
  };
}

function recordsOf(content: Content, siteLanguage: string): SearchRecord[] {
  const tagWords = new Map(
    content.tags.map(({ slug, data }) => [
      slug,
      data === undefined ? [] : [...localizedTexts(data.label), ...data.aliases],
    ]),
  );
  return content.articles.flatMap(({ slug, data, outline }) => {
    if (data === undefined || outline === undefined || data.draft) return [];
    return searchRecords({
      slug,
      data,
      outline,
      blocks: articleBlocks(outline),
      tagWords: data.tags.flatMap((tag) => tagWords.get(tag) ?? []),
      lang: data.lang ?? siteLanguage,
    });
  });
}
