import type { Code } from 'mdast';
import type { WrittenCode } from '../code/written-code.ts';

/**
 * Reads a fence's code, language and title: ` ```bash title="a.sh" {2-3} `, ` ``` { .bash .copy title="a.sh" } `, `
 * ```yaml:a.yml `
 */
export function codeOfFence(node: Pick<Code, 'lang' | 'meta' | 'value'>): WrittenCode {
  const { lang, meta, value } = fenceWithin(node) ?? node;
  const info = [lang ?? '', meta ?? ''].join(' ').trim();
  const braces = /^\{\s*(?<inside>[^}]*)\}?/.exec(info)?.groups?.['inside'];
  const [word = ''] = (braces ?? info).split(/[\s,{]+/);
  const [language = '', file] = word.replace(/^\./, '').split(':');
  const title = /(?:title|filename|name|file)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))/i
    .exec(info)
    ?.slice(1)
    .find(Boolean);
  return {
    text: value,
    language: language === '' || language.includes('=') ? undefined : language,
    title: title ?? (file === '' ? undefined : file),
  };
}

/** To Markdown, a fence that is indented too far is code including its fence lines. Its author meant the content. */
function fenceWithin({
  lang,
  value,
}: Pick<Code, 'lang' | 'value'>): Pick<Code, 'lang' | 'meta' | 'value'> | undefined {
  const groups =
    /^(?<mark>`{3,}|~{3,})[ \t]*(?<lang>[^\s`]*)[ \t]*(?<meta>[^`\n]*)\n(?<text>[^]*?)\n?[ \t]*\k<mark>[ \t]*$/.exec(
      value,
    )?.groups;
  if (lang || groups === undefined || groups['text']!.includes(groups['mark']!)) return undefined;
  return { lang: groups['lang']!, meta: groups['meta']!, value: groups['text']! };
}
