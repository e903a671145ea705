import type { Code } from 'mdast';
import type { WrittenCode } from '../code/written-code.ts';

/** A fence's code, language and title: ` ```bash title="a.sh" {2-3} `, ` ``` { .bash .copy title="a.sh" } `, ` ```yaml:a.yml ` */
export function codeOfFence({ lang, meta, value }: Pick<Code, 'lang' | 'meta' | 'value'>): WrittenCode {
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
