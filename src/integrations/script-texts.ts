import { COMMANDS } from '../articles/paths.ts';
import { href, site, t } from '../articles/site.ts';
import { searchSettings, type SearchSettings } from '../search/ui/settings.ts';

declare global {
  /** The address of the search panel's script; set by `src/integrations/whole-scripts.ts`. */
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
 * The interface texts of the pages' scripts. Scripts have neither a dictionary nor the site's settings, so Vite replaces these
 * names with the texts. This way pages contain no texts that their readers may never need, and each text loads once, with its
 * script.
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
  // As code, because Vite merges its settings several times, which would repeat the items of arrays.
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)]));
}

/** For a search whose script is late or can't be loaded. */
function fieldTexts() {
  return {
    failed: t.searchFailed,
    retry: t.searchRetry,
    loading: t.searchLoading,
    slow: t.searchSlow,
    commands: t.commands,
    commandsPage: href(COMMANDS),
  };
}

/** For the copy buttons. */
function copyTexts() {
  return {
    copy: t.copy,
    copyStep: t.copyStep,
    copied: t.copiedText,
    failed: t.copyFailed,
  };
}

/** For messages about what was copied. */
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

/** For the fields with the reader's own values. */
function valueTexts() {
  return { invalid: t.valueInvalid, invisible: t.valueInvisible, risky: t.valueRisky };
}

/** For the list of keyboard shortcuts. */
function keyTexts() {
  const keys: [keys: string, meaning: string][] = [
    ['/ Ctrl+K', t.keySearch],
    ['Enter', t.keyTake],
    ['Esc', t.keyLeave],
    ['?', t.keyList],
  ];
  return { title: t.keysTitle, keys };
}
