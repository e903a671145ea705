import { mdxToMdast, type MdastNode } from 'satteri';
import { visit } from 'unist-util-visit';
import type { Dictionary } from '../i18n/dictionary.ts';
import { resolveAddress, type Place } from './addresses.ts';
import { features } from './features.ts';

/** A change of a text: what stands between two offsets gives way to another text. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * MDX → Markdown that needs nothing of ours: fences stay byte for byte, notes and warnings become quotations, pictures
 * stay pictures, addresses become whole ones.
 *
 * @param place.href gives a whole address
 */
export function plainTwin(mdx: string, place: Place, t: Dictionary): string {
  const edits: Edit[] = [];
  visit(mdxToMdast(mdx, { features: { ...features, smartPunctuation: false } }), (node) => {
    edits.push(...editsOf(node, mdx, place, t));
  });
  return applyEdits(mdx, edits)
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .trim();
}

function editsOf(node: MdastNode, mdx: string, place: Place, t: Dictionary): Edit[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
    return addressEdit(node.url, mdx.slice(start, end), start, place);
  }
  if (node.type === 'mdxJsxFlowElement') return componentEdits(node, mdx.slice(start, end), start, place, t);
  return [];
}

function addressEdit(url: string, written: string, start: number, place: Place): Edit[] {
  const at = written.lastIndexOf(url);
  const whole = resolveAddress(url, place);
  return at < 0 || whole === url ? [] : [{ start: start + at, end: start + at + url.length, text: whole }];
}

/** `<Note>` and `<Warning>`: the tags go, what is between them is quoted. `<Figure>`: a picture and its caption. */
function componentEdits(
  node: Extract<MdastNode, { type: 'mdxJsxFlowElement' }>,
  written: string,
  start: number,
  place: Place,
  t: Dictionary,
): Edit[] {
  const open = /^<[A-Za-z]\w*(?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*\s*(?<closed>\/?)>/.exec(
    written,
  );
  if (open === null || node.name === null) return [];
  const close = open.groups?.['closed'] === '/' ? written.length : written.lastIndexOf('</');
  const inside = { start: start + open[0].length, end: start + close };
  const tags = [
    { start, end: inside.start, text: openingText(node, place, t) },
    { start: inside.end, end: start + written.length, text: '' },
  ];
  if (node.name !== 'Note' && node.name !== 'Warning') return tags;
  const lines = [...written.slice(open[0].length, close).matchAll(/\n(?!$)/g)];
  return [
    ...tags,
    ...lines.map(({ index }) => ({
      start: inside.start + index + 1,
      end: inside.start + index + 1,
      text: '> ',
    })),
  ];
}

function openingText(
  node: Extract<MdastNode, { type: 'mdxJsxFlowElement' }>,
  place: Place,
  t: Dictionary,
): string {
  if (node.name === 'Note') return `> **${t.note}**\n>`;
  if (node.name === 'Warning') return `> **${t.warning}**\n>`;
  if (node.name !== 'Figure') return '';
  const value = (name: string): string => {
    const found = node.attributes.find(
      (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
    );
    return typeof found?.value === 'string' ? found.value : '';
  };
  return `![${value('alt')}](${resolveAddress(value('src'), place)})\n\n`;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, text: replacement } of [...edits].sort(
    (a, b) => b.start - a.start || b.end - a.end,
  )) {
    result = result.slice(0, start) + replacement + result.slice(end);
  }
  return result;
}
