import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseFragment } from 'parse5';

/** What the W3C's feed validator requires of HTML in a feed: it parses, nothing runs, all addresses are full URLs. */
export function htmlProblems(html: string): string[] {
  const problems: string[] = [];
  const tree = parseFragment(html, { onParseError: ({ code }) => problems.push(`NotHtml ${code}`) });
  walk(tree, (element) => {
    if (REFUSED.has(element.tagName)) problems.push(`SecurityRisk <${element.tagName}>`);
    if (element.tagName.includes('-')) problems.push(`NotHtml <${element.tagName}>`);
    for (const { name, value } of element.attrs) {
      if (name.startsWith('on')) problems.push(`SecurityRiskAttr ${name}`);
      if (name === 'style') problems.push('DangerousStyleAttr');
      if (['href', 'src', 'poster', 'cite'].includes(name) && !/^[a-z][a-z0-9+.-]*:/i.test(value))
        problems.push(`ContainsRelRef ${value}`);
      if (/^\s*javascript:/i.test(value)) problems.push(`SecurityRiskAttr ${value}`);
      if (name === 'class' || name === 'id' || name.startsWith('data-')) problems.push(`needless ${name}`);
    }
  });
  return problems;
}

/** Useless or dangerous in a feed reader. */
const REFUSED = new Set(
  'script style link meta base title head body html iframe frame frameset object embed applet form input button select textarea svg math noscript template'.split(
    ' ',
  ),
);

type Node = DefaultTreeAdapterTypes.Node;

function walk(node: Node, visit: (element: DefaultTreeAdapterTypes.Element) => void): void {
  if ('tagName' in node) visit(node);
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, visit);
}
