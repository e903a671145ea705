import { COMMANDS } from '../articles/paths.ts';
import { href, site, t } from '../articles/site.ts';
import { searchSettings } from '../search/ui/settings.ts';

declare global {
  /** The address of the search panel's script; set by `src/integrations/whole-scripts.ts`. */
  const SEARCH_PANEL: string;
  const SEARCH_SETTINGS: Texts['SEARCH_SETTINGS'];
  const FIELD_TEXTS: Texts['FIELD_TEXTS'];
  const COPY_TEXTS: Texts['COPY_TEXTS'];
  const WORD_TEXTS: Texts['WORD_TEXTS'];
  const VALUE_TEXTS: Texts['VALUE_TEXTS'];
  const KEY_TEXTS: Texts['KEY_TEXTS'];
  const LARGER: string;
  const CLOSE: string;
}

type Texts = ReturnType<typeof texts>;

/**
 * The interface texts of the pages' scripts. Scripts have neither a dictionary nor the site's settings, so Vite replaces these
 * names with the texts. This way pages contain no texts that their readers may never need, and each text loads once, with its
 * script.
 */
export function scriptTexts(): Record<string, string> {
  // As code, because Vite merges its settings several times, which would repeat the items of arrays.
  return Object.fromEntries(Object.entries(texts()).map(([name, text]) => [name, JSON.stringify(text)]));
}

function texts() {
  const keys: [keys: string, meaning: string][] = [
    ['/ Ctrl+K', t.keySearch],
    ['Enter', t.keyTake],
    ['Esc', t.keyLeave],
    ['?', t.keyList],
  ];
  return {
    SEARCH_SETTINGS: searchSettings(),
    /** For a search whose script is late or can't be loaded. */
    FIELD_TEXTS: {
      failed: t.searchFailed,
      retry: t.searchRetry,
      loading: t.searchLoading,
      slow: t.searchSlow,
      commands: t.commands,
      commandsPage: href(COMMANDS),
    },
    COPY_TEXTS: { copy: t.copy, copyStep: t.copyStep, copied: t.copiedText, failed: t.copyFailed },
    /** For messages about what was copied. */
    WORD_TEXTS: {
      locale: site.locale,
      copied: t.copiedText,
      copiedCommands: t.copiedCommands.texts,
      copiedFile: t.copiedFile,
      forHosts: t.forHosts,
      leftOut: t.leftOut,
      harms: t.harms,
      careful: t.careful,
      unfilled: t.unfilled,
    },
    /** For the fields with the reader's own values. */
    VALUE_TEXTS: { invalid: t.valueInvalid, invisible: t.valueInvisible, risky: t.valueRisky },
    KEY_TEXTS: { title: t.keysTitle, keys },
    LARGER: t.larger,
    CLOSE: t.searchClose,
  };
}
