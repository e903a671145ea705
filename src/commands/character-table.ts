import { items } from './tables.ts';

/** What to write instead of a character, and the character's name in Unicode. */
export interface Replacement {
  instead: string;
  name: string;
}

/** Characters that don't belong in a command. Curly quotes and dashes come from word processors and blogs. */
export const UNSAFE_CHARACTERS: ReadonlyMap<string, Replacement> = replacements(
  {
    // Hyphens and dashes
    '-': `
      2010 HYPHEN · 2011 NON-BREAKING HYPHEN · 2012 FIGURE DASH · 2013 EN DASH · 2015 HORIZONTAL BAR ·
      2043 HYPHEN BULLET · 2212 MINUS SIGN · fe58 SMALL EM DASH · fe63 SMALL HYPHEN-MINUS
    `,
    '--': '2014 EM DASH',
    // Quotes
    "'": `
      2018 LEFT SINGLE QUOTATION MARK · 2019 RIGHT SINGLE QUOTATION MARK · 201a SINGLE LOW-9 QUOTATION MARK ·
      201b SINGLE HIGH-REVERSED-9 QUOTATION MARK · 2032 PRIME · 02b9 MODIFIER LETTER PRIME ·
      02bc MODIFIER LETTER APOSTROPHE · 00b4 ACUTE ACCENT
    `,
    '"': `
      201c LEFT DOUBLE QUOTATION MARK · 201d RIGHT DOUBLE QUOTATION MARK · 201e DOUBLE LOW-9 QUOTATION MARK ·
      201f DOUBLE HIGH-REVERSED-9 QUOTATION MARK · 2033 DOUBLE PRIME
    `,
    // Spaces
    ' ': `
      00a0 NO-BREAK SPACE · 1680 OGHAM SPACE MARK · 2000 EN QUAD · 2001 EM QUAD · 2002 EN SPACE ·
      2003 EM SPACE · 2004 THREE-PER-EM SPACE · 2005 FOUR-PER-EM SPACE · 2006 SIX-PER-EM SPACE ·
      2007 FIGURE SPACE · 2008 PUNCTUATION SPACE · 2009 THIN SPACE · 200a HAIR SPACE ·
      202f NARROW NO-BREAK SPACE · 205f MEDIUM MATHEMATICAL SPACE · 3000 IDEOGRAPHIC SPACE
    `,
    // Line ends that shells don't know
    '\n': '2028 LINE SEPARATOR · 2029 PARAGRAPH SEPARATOR',
    // Invisible characters
    '': `
      00ad SOFT HYPHEN · 034f COMBINING GRAPHEME JOINER · 061c ARABIC LETTER MARK ·
      115f HANGUL CHOSEONG FILLER · 1160 HANGUL JUNGSEONG FILLER · 180e MONGOLIAN VOWEL SEPARATOR ·
      200b ZERO WIDTH SPACE · 200c ZERO WIDTH NON-JOINER · 200d ZERO WIDTH JOINER · 200e LEFT-TO-RIGHT MARK ·
      200f RIGHT-TO-LEFT MARK · 202a LEFT-TO-RIGHT EMBEDDING · 202b RIGHT-TO-LEFT EMBEDDING ·
      202c POP DIRECTIONAL FORMATTING · 202d LEFT-TO-RIGHT OVERRIDE · 202e RIGHT-TO-LEFT OVERRIDE ·
      2060 WORD JOINER · 2061 FUNCTION APPLICATION · 2062 INVISIBLE TIMES · 2063 INVISIBLE SEPARATOR ·
      2064 INVISIBLE PLUS · 2066 LEFT-TO-RIGHT ISOLATE · 2067 RIGHT-TO-LEFT ISOLATE ·
      2068 FIRST STRONG ISOLATE · 2069 POP DIRECTIONAL ISOLATE · 206a INHIBIT SYMMETRIC SWAPPING ·
      206b ACTIVATE SYMMETRIC SWAPPING · 206c INHIBIT ARABIC FORM SHAPING ·
      206d ACTIVATE ARABIC FORM SHAPING · 206e NATIONAL DIGIT SHAPES · 206f NOMINAL DIGIT SHAPES ·
      3164 HANGUL FILLER · feff ZERO WIDTH NO-BREAK SPACE · ffa0 HALFWIDTH HANGUL FILLER ·
      fffc OBJECT REPLACEMENT CHARACTER
    `,
    // Signs that replace ASCII ones
    '...': '2026 HORIZONTAL ELLIPSIS',
    x: '00d7 MULTIPLICATION SIGN',
    ';': '037e GREEK QUESTION MARK',
    '^': '02c6 MODIFIER LETTER CIRCUMFLEX ACCENT',
    '~': '02dc SMALL TILDE · 223c TILDE OPERATOR',
    '/': '2044 FRACTION SLASH · 2215 DIVISION SLASH',
    '\\': '2216 SET MINUS',
    '*': '2217 ASTERISK OPERATOR',
    '|': '2223 DIVIDES',
    ':': '2236 RATIO',
    // Ligatures of typeset documents
    ff: 'fb00 LATIN SMALL LIGATURE FF',
    fi: 'fb01 LATIN SMALL LIGATURE FI',
    fl: 'fb02 LATIN SMALL LIGATURE FL',
    ffi: 'fb03 LATIN SMALL LIGATURE FFI',
    ffl: 'fb04 LATIN SMALL LIGATURE FFL',
    st: 'fb06 LATIN SMALL LIGATURE ST',
    // The replacement for a lost character
    '?': 'fffd REPLACEMENT CHARACTER',
  },
  (instead, name) => ({ instead, name }),
);

/** Cyrillic and Greek letters that look like a Latin one. They are only wrong within a Latin word. */
export const LOOK_ALIKES: ReadonlyMap<string, Replacement> = replacements(
  {
    'CYRILLIC SMALL': `
      0430 a A · 0435 e IE · 043e o O · 0440 p ER · 0441 c ES · 0445 x HA · 0443 y U ·
      0456 i BYELORUSSIAN-UKRAINIAN I · 0458 j JE · 0455 s DZE · 04bb h SHHA · 0501 d KOMI DE · 051b q QA ·
      051d w WE · 04cf l PALOCHKA · 043a k KA · 043c m EM · 0442 t TE
    `,
    'CYRILLIC CAPITAL': `
      0410 A A · 0412 B VE · 0415 E IE · 041a K KA · 041c M EM · 041d H EN · 041e O O · 0420 P ER ·
      0421 C ES · 0422 T TE · 0425 X HA · 0423 Y U · 0405 S DZE · 0406 I BYELORUSSIAN-UKRAINIAN I ·
      0408 J JE · 051a Q QA · 051c W WE
    `,
    'GREEK SMALL': `
      03bf o OMICRON · 03b1 a ALPHA · 03bd v NU · 03c1 p RHO · 03b9 i IOTA · 03ba k KAPPA · 03c5 u UPSILON ·
      03c7 x CHI · 03b3 y GAMMA · 03b5 e EPSILON · 03c4 t TAU
    `,
    'GREEK CAPITAL': `
      0391 A ALPHA · 0392 B BETA · 0395 E EPSILON · 0396 Z ZETA · 0397 H ETA · 0399 I IOTA · 039a K KAPPA ·
      039c M MU · 039d N NU · 039f O OMICRON · 03a1 P RHO · 03a4 T TAU · 03a5 Y UPSILON · 03a7 X CHI
    `,
  },
  (script, letter) => ({ instead: letter[0]!, name: `${script} LETTER ${letter.slice(2)}` }),
);

/** Names of the control characters U+0000 to U+001F, in order. */
export const CONTROL_NAMES = items(`
  NULL · START OF HEADING · START OF TEXT · END OF TEXT · END OF TRANSMISSION · ENQUIRY · ACKNOWLEDGE · BELL ·
  BACKSPACE · CHARACTER TABULATION · LINE FEED · LINE TABULATION · FORM FEED · CARRIAGE RETURN · SHIFT OUT ·
  SHIFT IN · DATA LINK ESCAPE · DEVICE CONTROL ONE · DEVICE CONTROL TWO · DEVICE CONTROL THREE ·
  DEVICE CONTROL FOUR · NEGATIVE ACKNOWLEDGE · SYNCHRONOUS IDLE · END OF TRANSMISSION BLOCK · CANCEL ·
  END OF MEDIUM · SUBSTITUTE · ESCAPE · INFORMATION SEPARATOR FOUR · INFORMATION SEPARATOR THREE ·
  INFORMATION SEPARATOR TWO · INFORMATION SEPARATOR ONE
`);

/** Reads rows of a character's number and the rest, by what the rows of a table have in common. */
function replacements(
  tables: Readonly<Record<string, string>>,
  toReplacement: (shared: string, rest: string) => Replacement,
): Map<string, Replacement> {
  const rows = Object.entries(tables).flatMap(([shared, table]) =>
    items(table).map((row) => [shared, row] as const),
  );
  return new Map(
    rows.map(([shared, row]) => [
      String.fromCodePoint(parseInt(row, 16)),
      toReplacement(shared, row.slice(5)),
    ]),
  );
}
