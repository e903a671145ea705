import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { Article } from '../library/articles.ts';
import { resolveAddresses } from './addresses.ts';
import { articleBlocks, type ArticleBlock } from './article-blocks.ts';
import { labelCallouts } from './callouts.ts';
import { BLOCK_TAG, evaluateMdx } from './evaluate.ts';

/** An article as HTML for feed readers: no scripts, no buttons, whole addresses, blocks as written. */
export async function feedHtml(
  article: Article,
  absolute: (path: string) => string,
  t: Dictionary,
): Promise<string> {
  const tree: Root = await evaluateMdx(article.mdx);
  const blocks = articleBlocks(article.outline);
  visit(tree, 'element', (node: Element, index, parent) => {
    if (node.tagName !== BLOCK_TAG || parent === undefined || index === undefined) return undefined;
    const drawn = plainBlock(blocks[Number(node.properties['number'])]!, t);
    parent.children.splice(index, 1, ...drawn);
    return index + drawn.length;
  });
  resolveAddresses(tree, { path: article.path, file: article.file, href: absolute });
  labelCallouts(tree, t);
  tree.children.push(...attributionParagraph(article, t));
  return toHtml(tree);
}

/** `<p><strong>title, file, hosts</strong></p><pre><code>…`: prompts and output stay, for a reader cannot ask for them. */
function plainBlock({ block, steps }: ArticleBlock, t: Dictionary): Element[] {
  const hosts =
    block.kind === 'listing' ? block.hosts : [...new Set(steps.flatMap(({ step }) => step.hosts))];
  const file = block.kind === 'listing' ? [`${block.append ? t.appendTo : t.file} ${block.file}`] : [];
  const about = [...file, ...(block.meta.title === undefined ? [] : [block.meta.title]), ...hosts];
  const code = h('pre', [h('code', block.text)]);
  return about.length === 0 ? [code] : [h('p', [h('strong', about.join(' · '))]), code];
}

function attributionParagraph({ data, source }: Article, t: Dictionary): Element[] {
  const original = data.attribution;
  if (original === undefined || source === undefined) return [];
  const link = h('a', { href: original.url }, original.title);
  return [
    h('hr'),
    h('p', [`${t.relation[original.relation]} `, link, ` ${t.by} ${source.author}, ${source.name}.`]),
  ];
}
