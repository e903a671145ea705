import { createHighlighterCore, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages, type BundledLanguage } from 'shiki/langs';

/** A piece of a line with one look. */
export interface Token {
  text: string;
  /** CSS class; undefined for plain text. */
  look: Look | undefined;
}

/**
 * The looks that the style sheet distinguishes, with their TextMate scopes. A few looks instead of a theme's dozens of colours
 * mean a third less HTML, and leave light and dark to the style sheet.
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

/** Scopes that make up most of a command's text; they get no colour. */
const PLAIN = [
  'string.unquoted',
  'variable.other.normal.ini',
  'meta.argument',
  'keyword.operator.assignment',
];

const LOOK_NAMES = Object.keys(LOOKS) as Look[];

/** Shiki needs colours, so each look's number becomes one, starting with `#000001`, and is read back from the tokens. */
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
 * Splits text into lines of tokens, joining neighbours with the same look. Languages that Shiki doesn't know stay plain. We use
 * Shiki's JavaScript engine: it takes half as long again to start as Oniguruma, but needs no WebAssembly and is faster here.
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
  // No time limit: on a busy machine it would sometimes leave the rest of a line uncoloured.
  const lines = shiki.codeToTokensBase(text, { lang: language, theme: 'opsnotes', tokenizeTimeLimit: 0 });
  return lines.map((line) =>
    joined(line.map(({ content, color }) => ({ text: content, look: lookOf(color) }))),
  );
}

/** Loads a grammar once; false if there is none for the language. */
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
