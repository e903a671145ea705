const HAN = /\p{Script=Han}{2,}/gu;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Puts blanks between Chinese words, which have none: `配置防火墙规则` → `配置 防火墙 规则`. Index and query do the same. */
export function segmented(text: string): string {
  return text.replace(HAN, (run) => [...words.segment(run)].map(({ segment }) => segment).join(' '));
}

/** The other way, for what is shown. */
export function joined(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}
