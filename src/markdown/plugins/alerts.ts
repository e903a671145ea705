import type { Element, ElementContent } from 'hast';
import { defineHastPlugin } from 'satteri';
import type { Dictionary } from '../../i18n/dictionary.ts';
import { callout } from '../callouts.ts';

/**
 * Turns GitHub's alerts into ours: `> [!NOTE]`, `> [!WARNING]`. Tips become notes; anything that may cause loss becomes a
 * warning.
 */
export function alerts(t: Dictionary) {
  return defineHastPlugin({
    name: 'opsnotes-alerts',
    element: {
      filter: ['blockquote'],
      visit(node: Readonly<Element>) {
        const found = withoutMark(node.children);
        return found && callout(KINDS[found.mark], found.children, t);
      },
    },
  });
}

const KINDS = {
  NOTE: 'note',
  TIP: 'note',
  IMPORTANT: 'note',
  WARNING: 'warning',
  CAUTION: 'warning',
} as const;

/** The content of a quotation that begins with a marker on a line of its own. */
function withoutMark(
  children: readonly ElementContent[],
): { mark: keyof typeof KINDS; children: ElementContent[] } | undefined {
  const index = children.findIndex(({ type }) => type === 'element');
  const first = children[index];
  if (first?.type !== 'element' || first.tagName !== 'p') return undefined;
  const [text, ...rest] = first.children;
  const match =
    text?.type === 'text'
      ? /^\[!(?<mark>NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/.exec(text.value)
      : null;
  if (text?.type !== 'text' || match === null) return undefined;
  const left = text.value.slice(match[0].length);
  const inner = [...(left === '' ? [] : [{ type: 'text' as const, value: left }]), ...rest];
  const paragraph = inner.length === 0 ? [] : [{ ...first, children: inner }];
  return {
    mark: match.groups!['mark'] as keyof typeof KINDS,
    children: [...paragraph, ...children.slice(index + 1)],
  };
}
