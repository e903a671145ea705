import { readFileSync } from 'node:fs';
import { ARCHIVE, COMMANDS, SEARCH, SEARCH_INDEX, TAGS } from '../../articles/paths.ts';
import { href, site, t } from '../../articles/site.ts';

/** The texts and facts of the site that the search's script uses. Only available while building. */
export function searchSettings() {
  return {
    locale: site.locale,
    /** The site's base path without a trailing slash; addresses of results start with it. */
    base: href(''),
    /** The search page and the index's folder. */
    page: href(SEARCH),
    index: href(SEARCH_INDEX),
    /** The version of Pagefind that made the index. */
    version: pagefindVersion(),
    examples: site.exampleQueries,
    /** Other places to look, as address and text. */
    browse: [
      [href(COMMANDS), t.commands],
      [href(TAGS), t.tags],
      [href(ARCHIVE), t.archive],
    ] as [string, string][],
    texts: searchTexts(),
    commands: t.commandCount.texts,
    files: t.fileCount.texts,
    articles: t.articleCount.texts,
    copiedCommands: t.copiedCommands.texts,
    kinds: t.kind as Record<string, string>,
  };
}

export type SearchSettings = ReturnType<typeof searchSettings>;

/** The exact version in `package.json`. */
function pagefindVersion(): string {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return dependencies['pagefind'] ?? '';
}

/** The texts; `{query}` is replaced by the query. */
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
