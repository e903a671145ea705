import { importedModules, importedNames, withoutQuery } from '../../content/outline/javascript.ts';
import { isJsx } from '../../content/outline/jsx-attributes.ts';
import { lineOf, type Finding, type TextRule } from './rule.ts';

/**
 * `client:load` is for components of a framework: Astro's own have no code for browsers. Astro only warns, without a place.
 *
 * @example `<Gauge client:load />` of `Gauge.astro` → `mdx-component`
 */
export const hydration: TextRule = ({ nodes, entry }) => {
  const astros = entry.outline!.statements.flatMap(({ text }) =>
    importedModules(text)
      .filter((module) => withoutQuery(module).endsWith('.astro'))
      .flatMap((module) => importedNames(text, module)),
  );
  return nodes.flatMap(({ node }): Finding[] => {
    if (!isJsx(node) || !astros.includes(node.name ?? '')) return [];
    return node.attributes.flatMap((attribute): Finding[] =>
      attribute.type === 'mdxJsxAttribute' && attribute.name.startsWith('client:')
        ? [
            {
              line: lineOf(node),
              code: 'mdx-component',
              message: `Unexpected \`${attribute.name}\` of \`<${node.name!}>\`, expected none: components of Astro have no code for browsers but their \`<script>\`.`,
              hint: 'It is for components of a framework, such as Preact or Svelte.',
            },
          ]
        : [],
    );
  });
};
