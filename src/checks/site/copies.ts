import { copyText } from '../../commands/copy.ts';
import type { ArticleBlock } from '../../content/outline/article-blocks.ts';
import { articlePath } from '../../content/text-paths.ts';
import type { Fault } from '../../content/fault.ts';
import type { BuiltElement } from './built-page.ts';
import type { BuiltSite } from './built-site.ts';

/** Every copy button must give exactly what the source says: each step of a session, and every other block as a whole. */
export function copyFaults({ content, pages }: BuiltSite): Fault[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return content.articles.flatMap((article): Fault[] => {
    if (article.data.draft) return [];
    const elements = byPath.get(articlePath(article.slug))?.elements;
    if (elements === undefined) {
      const message = `Unexpected end of the site, expected a page at \`${articlePath(article.slug)}\`.`;
      return [{ file: article.file, line: 1, code: 'dead-link', message }];
    }
    const byId = new Map(elements.map((element) => [element.attributes['id'], element]));
    return article.outline.blocks.flatMap((block) => blockFaults(block, byId, article.file));
  });
}

function blockFaults(
  { block, anchor, fence, steps }: ArticleBlock,
  byId: ReadonlyMap<string | undefined, BuiltElement>,
  file: string,
): Fault[] {
  if (block.kind !== 'session') return compare(byId.get(anchor), copyText(block), { file, line: fence.line });
  return steps.flatMap(({ step, anchor }) =>
    compare(byId.get(anchor), step.command, { file, line: step.line }),
  );
}

function compare(
  element: BuiltElement | undefined,
  wanted: string,
  at: Pick<Fault, 'file' | 'line'>,
): Fault[] {
  const copied = element?.attributes['data-copy'];
  if (copied === wanted) return [];
  const found = copied === undefined ? 'nothing to copy' : `\`${copied}\` to copy`;
  return [{ ...at, code: 'wrong-copy', message: `Unexpected ${found}, expected \`${wanted}\`.` }];
}
