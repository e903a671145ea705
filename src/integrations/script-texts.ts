import { site, t } from '../articles/site.ts';
import { searchSettings, type SearchSettings } from '../search/ui/settings.ts';

declare global {
  /** The address of the search panel's script: `src/integrations/whole-scripts.ts`. */
  const SEARCH_PANEL: string;
  const SEARCH_SETTINGS: SearchSettings;
  const FIELD_TEXTS: ReturnType<typeof fieldTexts>;
  const COPY_TEXTS: ReturnType<typeof copyTexts>;
  const WORD_TEXTS: ReturnType<typeof wordTexts>;
  const VALUE_TEXTS: ReturnType<typeof valueTexts>;
  const KEY_TEXTS: ReturnType<typeof keyTexts>;
  const LARGER: string;
  const CLOSE: string;
}

/**
 * What the pages' scripts say, which have neither a dictionary nor the site's settings: Vite writes it into them in place of
 * these names. So a page has no texts for what its reader may never ask for, and each is loaded once, with its script.
 */
export function scriptTexts(): Record<string, string> {
  const texts = {
    SEARCH_SETTINGS: searchSettings(),
    FIELD_TEXTS: fieldTexts(),
    COPY_TEXTS: copyTexts(),
    WORD_TEXTS: wordTexts(),
    VALUE_TEXTS: valueTexts(),
    KEY_TEXTS: keyTexts(),
    LARGER: t.larger,
    CLOSE: t.searchClose,
  };
  // As code: Vite joins its settings several times, and would make lists that many times as long.
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)]));
}

/** Of a search whose script can't be loaded. */
function fieldTexts() {
  return { failed: t.searchFailed, fromDisk: t.searchFromDisk, retry: t.searchRetry };
}

/** Of the copy buttons. */
function copyTexts() {
  return {
    copy: t.copy,
    copyStep: t.copyStep,
    copied: t.copiedText,
    failed: t.copyFailed,
  };
}

/** Of what has been copied. */
function wordTexts() {
  return {
    locale: site.locale,
    copied: t.copiedText,
    copiedCommands: t.copiedCommands.texts,
    copiedFile: t.copiedFile,
    forHosts: t.forHosts,
    leftOut: t.leftOut,
    harms: t.harms,
    careful: t.careful,
    unfilled: t.unfilled,
  };
}

/** Of the fields for the reader's own values. */
function valueTexts() {
  return { invalid: t.valueInvalid, invisible: t.valueInvisible, risky: t.valueRisky };
}

/** Of the list of keys. */
function keyTexts() {
  const keys: [keys: string, meaning: string][] = [
    ['/ Ctrl+K', t.keySearch],
    ['Enter', t.keyTake],
    ['Esc', t.keyLeave],
    ['?', t.keyList],
  ];
  return { title: t.keysTitle, close: t.searchClose, keys };
}
