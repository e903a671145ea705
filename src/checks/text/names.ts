import { didYouMean } from '../../content/nearest.ts';
import { COMPONENTS, isComponent } from '../../content/outline/components.ts';
import { componentsIn, usedNames } from '../../content/outline/javascript.ts';
import { lineOf } from '../../content/outline/outline.ts';
import type { Finding, RuledText } from './rule.ts';

/** Names that an expression can use without declaring them: what every text exports, and JavaScript's globals. */
const ALWAYS_THERE: ReadonlySet<string> = new Set([
  'frontmatter',
  'props',
  'file',
  'url',
  'undefined',
  ...Object.getOwnPropertyNames(globalThis),
]);

/** The names in an expression that the text neither imports nor exports. */
export function unknownNames({ declared }: RuledText, expression: string): string[] {
  return usedNames(expression).filter((name) => !ALWAYS_THERE.has(name) && !declared.has(name));
}

/** Reports a component that is neither imported, exported nor built in. */
export function unknownComponent({ declared }: RuledText, name: string, line: number): Finding[] {
  const known = [...COMPONENTS, ...declared];
  if (!isComponent(name) || name === 'Fragment' || known.includes(name.split('.')[0]!)) return [];
  const message = `Unexpected component \`<${name}>\`, expected an import of it or one of ${COMPONENTS.map((own) => `\`<${own}>\``).join(', ')}.`;
  const hint =
    didYouMean(name, known) ?? `Import it below the frontmatter: \`import ${name} from './${name}.astro';\`.`;
  return [{ line, code: 'mdx-component', message, hint }];
}

/** Reports such components in an expression. */
export function unknownComponents(text: RuledText, expression: string, line: number): Finding[] {
  return componentsIn(expression).flatMap((name) =>
    unknownComponent(text, name, lineOf(`<${name}`, { text: expression, line })),
  );
}
