import type { OutputPattern } from '../commands/block.ts';
import { escaped } from '../commands/output-names.ts';
import { fillPlaceholders } from '../commands/placeholders.ts';
import type { PlanItem } from '../articles/plan.ts';

/** Values of placeholders, by name. */
export type Values = Readonly<Record<string, string>>;

/**
 * Fills in all placeholders of an item that have a value. In an expected regular expression, the value is matched
 * literally.
 */
export function filled<Item extends PlanItem>(item: Item, values: Values): Item {
  const fill = (text: string): string => fillPlaceholders(text, values);
  if (item.kind === 'listing') return { ...item, file: fill(item.file), text: fill(item.text) };
  return {
    ...item,
    command: fill(item.command),
    expected: item.expected.map((pattern) => filledPattern(pattern, values)),
  };
}

function filledPattern(pattern: OutputPattern, values: Values): OutputPattern {
  if (pattern.kind === 'any') return pattern;
  if (pattern.kind === 'exact') return { ...pattern, text: fillPlaceholders(pattern.text, values) };
  return { ...pattern, source: fillEscaped(pattern.source, values) };
}

/** In a regular expression the braces may be escaped, as in one made from `{{*ip}}`. */
function fillEscaped(source: string, values: Values): string {
  return Object.entries(values).reduce(
    (text, [name, value]) =>
      text
        .replaceAll(`\\{\\{${name}\\}\\}`, () => escaped(value))
        .replaceAll(`{{${name}}}`, () => escaped(value)),
    source,
  );
}

/** The name of the placeholder for a host's address: `web-1` → `web_1_ip`. */
export function addressPlaceholder(host: string): string {
  return `${host.toLowerCase().replace(/[^a-z0-9]/g, '_')}_ip`;
}
