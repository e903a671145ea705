import { readFileSync } from 'node:fs';
import type { PluralTexts } from '../../i18n/plural.ts';
import { ARCHIVE, COMMANDS, SEARCH, SEARCH_INDEX, TAGS } from '../../articles/paths.ts';
import { href, site, t } from '../../articles/site.ts';

/** The texts and facts of the site that the search's script uses. */
export interface SearchSettings {
  locale: string;
  /** The site's base path without a trailing slash; addresses of results start with it. */
  base: string;
  /** The search page and the index's folder. */
  page: string;
  index: string;
  /** The version of Pagefind that made the index. */
  version: string;
  examples: string[];
  /** Other places to look, as address and text. */
  browse: [address: string, text: string][];
  texts: SearchTexts;
  commands: PluralTexts;
  files: PluralTexts;
  articles: PluralTexts;
  copiedCommands: PluralTexts;
  kinds: Record<string, string>;
}

/** The site's own settings for the search. Only available while building. */
export function searchSettings(): SearchSettings {
  return {
    locale: site.locale,
    base: href(''),
    page: href(SEARCH),
    index: href(SEARCH_INDEX),
    version: pagefindVersion(),
    examples: site.exampleQueries,
    browse: [
      [href(COMMANDS), t.commands],
      [href(TAGS), t.tags],
      [href(ARCHIVE), t.archive],
    ],
    texts: searchTexts(),
    commands: t.commandCount.texts,
    files: t.fileCount.texts,
    articles: t.articleCount.texts,
    copiedCommands: t.copiedCommands.texts,
    kinds: t.kind,
  };
}

/** The exact version in `package.json`. */
function pagefindVersion(): string {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return dependencies['pagefind'] ?? '';
}

/** The texts; `{query}` is replaced by the query. */
export type SearchTexts = ReturnType<typeof searchTexts>;

function searchTexts() {
  return {
    label: t.searchLabel,
    placeholder: t.searchPlaceholder,
    close: t.searchClose,
    results: t.searchResults,
    examples: t.searchExamples,
    browse: t.searchBrowse,
    nothing: t.searchNothing,
    nowhere: t.searchNowhere,
    nearest: t.searchNearest,
    without: t.searchWithout,
    failed: t.searchFailed,
    missing: process.env['OPSNOTES_COMMAND'] === 'dev' ? t.searchNotBuilt : t.searchFailed,
    otherVersion: t.searchOtherVersion,
    oldIndex: t.searchOldIndex,
    reload: t.searchReload,
    retry: t.searchRetry,
    searching: t.searching,
    slow: t.searchSlow,
    corrected: t.searchCorrected,
    asTyped: t.searchAsTyped,
    filters: t.searchFilters,
    kind: t.kindLabel,
    allKinds: t.allKinds,
    tag: t.tagLabel,
    allTags: t.allTags,
    program: t.programLabel,
    allPrograms: t.allPrograms,
    clear: t.clearFilters,
    commands: t.resultCommands,
    articles: t.resultArticles,
    asRoot: t.asRoot,
    asUser: t.asUser,
    user: t.user,
    file: t.file,
    appendTo: t.appendTo,
    harms: t.harms,
    careful: t.careful,
    copy: t.copy,
    copyStep: t.copyStep,
    copyFailed: t.copyFailed,
    copiedFile: t.copiedFile,
    forHosts: t.forHosts,
    unfilled: t.unfilled,
    asPage: t.searchAsPage,
    keyChoose: t.keyChoose,
    keyOpen: t.keyOpen,
    keyCopy: t.keyCopy,
    keyClose: t.keyClose,
    hint: t.searchHint,
  };
}
