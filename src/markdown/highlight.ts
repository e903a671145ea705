import { createHighlighterCore, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages, type BundledLanguage } from 'shiki/langs';

/** A piece of one line with one look. */
export interface Token {
  text: string;
  /** CSS class; undefined for plain text. */
  look: Look | undefined;
}

/**
 * What the style sheet tells apart, and the TextMate scopes that it stands for. A few looks instead of a theme's dozens
 * of colours: a third less HTML, and light and dark are the style sheet's business.
 */
const LOOKS = {
  'tk-comment': ['comment', 'punctuation.definition.comment'],
  'tk-string': ['string', 'punctuation.definition.string'],
  'tk-keyword': ['keyword', 'storage', 'entity.name.tag', 'punctuation.separator.statement'],
  'tk-name': [
    'entity.name',
    'support.function',
    'support.type.property-name',
    'keyword.other.definition.ini',
  ],
  'tk-variable': [
    'variable',
    'punctuation.definition.variable',
    'meta.interpolation',
    'meta.template.expression',
  ],
  'tk-value': ['constant', 'support.constant', 'markup.inserted'],
  'tk-removed': ['markup.deleted', 'invalid'],
} as const;

export type Look = keyof typeof LOOKS;

/** Scopes that are most of a command's text: no colour at all. */
const PLAIN = [
  'string.unquoted',
  'variable.other.normal.ini',
  'meta.argument',
  'keyword.operator.assignment',
];

const LOOK_NAMES = Object.keys(LOOKS) as Look[];

/** Shiki wants colours: each look's number is its colour, `#000001` the first, and is read back from the tokens. */
const theme: ThemeRegistrationRaw = {
  name: 'opsnotes',
  settings: [
    { settings: { foreground: '#000000', background: '#ffffff' } },
    ...LOOK_NAMES.map((look, index) => ({
      scope: [...LOOKS[look]],
      settings: { foreground: colour(index + 1) },
    })),
    { scope: PLAIN, settings: { foreground: '#000000' } },
  ],
};

let highlighter: Promise<HighlighterCore> | undefined;
const loading = new Map<string, Promise<boolean>>();

/**
 * Text → lines of tokens, neighbours of one look joined. Languages that Shiki doesn't know stay plain.
 * Shiki's JavaScript engine: half as slow again as Oniguruma's to start, but no WebAssembly, and faster here.
 */
export async function highlight(text: string, language: string): Promise<Token[][]> {
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createJavaScriptRegexEngine(),
  });
  const shiki = await highlighter;
  if (!(await load(shiki, language)))
    return text.split('\n').map((line) => [{ text: line, look: undefined }]);
  // No limit of time: on a busy machine it would leave the rest of a line plain, once in a while.
  const lines = shiki.codeToTokensBase(text, { lang: language, theme: 'opsnotes', tokenizeTimeLimit: 0 });
  return lines.map((line) =>
    joined(line.map(({ content, color }) => ({ text: content, look: lookOf(color) }))),
  );
}

/** Loads a grammar once; false for a language that there is none for. */
async function load(shiki: HighlighterCore, language: string): Promise<boolean> {
  if (!Object.hasOwn(bundledLanguages, language)) return false;
  let loaded = loading.get(language);
  if (loaded === undefined) {
    loaded = shiki.loadLanguage(bundledLanguages[language as BundledLanguage]).then(() => true);
    loading.set(language, loaded);
  }
  return loaded;
}

function joined(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (last !== undefined && (last.look === token.look || token.text.trim() === '')) last.text += token.text;
    else result.push({ ...token });
  }
  return result;
}

function colour(number: number): string {
  return `#${number.toString(16).padStart(6, '0')}`;
}

function lookOf(foreground: string | undefined): Look | undefined {
  return LOOK_NAMES[Number.parseInt(foreground?.slice(1) ?? '0', 16) - 1];
}
