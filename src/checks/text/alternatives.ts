import { basename } from 'node:path';
import { isJsx, textOfAttribute } from '../../content/outline/jsx-attributes.ts';
import { lineOf, type Finding, type TextRule } from './rule.ts';

/**
 * A picture must have a text alternative, for readers who can't see it.
 *
 * @example `![](./load.png)` → `missing-alternative`; `![load.png](./load.png)` → `weak-alternative`
 */
export const alternatives: TextRule = ({ nodes }) =>
  nodes.flatMap(({ node }) => {
    if (node.type === 'image') return finding(lineOf(node), node.alt ?? '', node.url);
    if (node.type === 'imageReference') return finding(lineOf(node), node.alt ?? '', node.identifier);
    if (!isJsx(node) || (node.name !== 'img' && node.name !== 'Figure')) return [];
    const computed = node.attributes.some(
      (attribute) =>
        attribute.type === 'mdxJsxExpressionAttribute' ||
        (attribute.name === 'alt' && typeof attribute.value === 'object' && attribute.value !== null),
    );
    if (computed) return [];
    return finding(lineOf(node), textOfAttribute(node, 'alt') ?? '', textOfAttribute(node, 'src') ?? '');
  });

function finding(line: number, alternative: string, address: string): Finding[] {
  const text = alternative.trim();
  if (text === '') {
    const message = `Unexpected picture \`${address}\` without alternative text, expected a description of it.`;
    return [{ line, code: 'missing-alternative', message, hint: `Write \`![what it shows](${address})\`.` }];
  }
  if (
    text !== basename(address) &&
    !/^[\w.-]+\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(text) &&
    !EMPTY_WORDS.test(text)
  )
    return [];
  const message = `Unexpected \`${text}\` as alternative text, expected a description of the picture.`;
  return [{ line, code: 'weak-alternative', message }];
}

const EMPTY_WORDS =
  /^(?:image|picture|photo|screenshot|figure|graph|img|изображение|картинка|фото|снимок экрана|скриншот)(?: ?\d+)?$/i;
