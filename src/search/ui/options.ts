import { writeText } from '../../components/copy-text.ts';
import { filled, valuesOnPage } from '../../components/filled-text.ts';
import { isAllowed } from '../../commands/value-form.ts';
import { harmWords } from '../../i18n/harm-words.ts';
import { keptValues } from '../../components/kept-values.ts';
import { plural } from '../../i18n/plural.ts';
import type { ShownCommand, ShownListing } from '../index/shown.ts';
import { codeExcerpt, proseExcerpt } from '../plan/excerpt.ts';
import type { Hit } from '../plan/answer.ts';
import type { Marker } from '../plan/marks.ts';
import { element } from '../../components/element.ts';
import type { Item } from './list-box.ts';
import type { SearchSettings } from './settings.ts';

/** Called when something was copied, or couldn't be. */
export type Said = (text: string, button: HTMLButtonElement, done: boolean) => void;

/** Renders a hit for the list: a command or file with its copy button, or a section of an article. */
export function itemOf(hit: Hit, marker: Marker, settings: SearchSettings, said: Said): Item {
  const { shown } = hit;
  if (shown === undefined) return { option: articleOption(hit, marker, settings) };
  const values = valuesFor(settings.base + hit.article.path);
  const { text, unfilled } = filled(shown.type === 'command' ? shown.command : shown.text, values);
  const copy = element('button', { type: 'button', class: 'copy' }, settings.texts.copy);
  copy.ariaLabel =
    shown.type === 'command' ? settings.texts.copyStep : `${settings.texts.copy} ${shown.file}`;
  copy.addEventListener('click', () => {
    writeText(text).then(
      () => {
        said(copied(shown, unfilled, settings), copy, true);
      },
      () => {
        said(settings.texts.copyFailed, copy, false);
      },
    );
  });
  return { option: shownOption(hit, shown, text, marker, settings), copy };
}

/** A command or a file, with its purpose, host and user, what it may destroy, and its article. */
function shownOption(
  hit: Hit,
  shown: ShownCommand | ShownListing,
  text: string,
  marker: Marker,
  settings: SearchSettings,
): HTMLAnchorElement {
  const { texts } = settings;
  const { about, hosts, harms } = shown;
  const isCommand = shown.type === 'command';
  const isMarked = isCommand && harms.length > 0;
  return option(hit, isMarked ? 'search-option destructive' : 'search-option', settings, [
    ...(isCommand ? commandParts(shown, text, marker, texts) : listingParts(shown, text, marker, texts)),
    about === '' ? undefined : aboutPart(hit, about, marker, settings),
    factsPart(
      ...hosts.map((host) => element('span', { class: 'host' }, host)),
      // Root already has its own sign.
      isCommand && shown.user !== '' && shown.user !== 'root'
        ? element('span', {}, `${texts.user} ${shown.user}`)
        : undefined,
      ...harms.map((harm) => element('strong', { class: 'search-danger' }, texts.harms[harm])),
      element('span', languageOf(hit, settings), hit.article.title),
      withoutPart(hit, settings),
    ),
  ]);
}

function commandParts(
  { sign }: ShownCommand,
  text: string,
  marker: Marker,
  texts: SearchSettings['texts'],
): HTMLElement[] {
  const code = element('code', {}, ...marked(codeExcerpt(text, marker), marker));
  return [element('span', { class: 'search-command', dir: 'ltr' }, signOf(sign, texts), code)];
}

/** The path, and the part of the content that was asked for. */
function listingParts(
  { file, append }: ShownListing,
  text: string,
  marker: Marker,
  texts: SearchSettings['texts'],
): HTMLElement[] {
  const path = element('code', {}, ...marked(file, marker));
  return [
    element('span', { class: 'search-file' }, `${append ? texts.appendTo : texts.file} `, path),
    element('code', { class: 'search-content', dir: 'ltr' }, ...marked(codeExcerpt(text, marker), marker)),
  ];
}

/** An article: its title, its best section, kind, year and tags. */
function articleOption(hit: Hit, marker: Marker, settings: SearchSettings): HTMLAnchorElement {
  const { article, heading, text } = hit;
  const prose = heading === '' ? text : text.slice(heading.length).replace(/^[.\s]+/, '');
  const excerpt = proseExcerpt(marker(prose).length > 0 ? prose : article.description, marker);
  const language = languageOf(hit, settings);
  return option(hit, 'search-option article', settings, [
    element('span', { class: 'search-title', ...language }, ...marked(article.title, marker)),
    heading === ''
      ? undefined
      : element('span', { class: 'search-section', ...language }, ...marked(heading, marker)),
    element('span', { class: 'search-excerpt', ...language }, ...marked(excerpt, marker)),
    factsPart(
      element('span', {}, settings.kinds[article.kind] ?? article.kind),
      element('span', {}, String(article.year)),
      ...article.tags.map(([, label]) => element('span', {}, label)),
      withoutPart(hit, settings),
    ),
  ]);
}

/** A link straight to the command, file or section. The field's keys reach it. */
function option(
  { article, id }: Hit,
  className: string,
  { base }: SearchSettings,
  children: readonly (Node | undefined)[],
): HTMLAnchorElement {
  const href = `${base}${article.path}${id === '' ? '' : `#${id}`}`;
  return element(
    'a',
    { role: 'option', 'aria-selected': 'false', tabindex: '-1', class: className, href },
    ...children,
  );
}

/** `#` or `$`, distinguished by shape and colour, and in words for screen readers. */
function signOf(sign: string, { asRoot, asUser }: SearchSettings['texts']): HTMLElement | undefined {
  if (sign === '') return undefined;
  const isRoot = sign === '#';
  return element(
    'span',
    { class: isRoot ? 'search-sign root' : 'search-sign', title: isRoot ? asRoot : asUser },
    element('span', { 'aria-hidden': 'true' }, `${sign} `),
    element('span', { class: 'sr-only' }, `${isRoot ? asRoot : asUser}: `),
  );
}

function aboutPart(hit: Hit, about: string, marker: Marker, settings: SearchSettings): HTMLElement {
  const short = proseExcerpt(about, marker);
  return element('span', { class: 'search-about', ...languageOf(hit, settings) }, ...marked(short, marker));
}

function factsPart(...facts: readonly (Node | undefined)[]): HTMLElement {
  return element('span', { class: 'search-facts' }, ...facts);
}

/** The words of the query that it lacks: `without -rf`. */
function withoutPart({ without }: Hit, { texts }: SearchSettings): HTMLElement | undefined {
  if (without.length === 0) return undefined;
  const words = without.flatMap((word, at) => [at === 0 ? ' ' : ', ', element('code', {}, word)]);
  return element('span', { class: 'search-without' }, texts.without, ...words);
}

/** A text's language, if it differs from the interface's. */
function languageOf({ article }: Hit, { locale }: SearchSettings): Record<string, string> {
  return article.lang === locale ? { dir: 'auto' } : { dir: 'auto', lang: article.lang };
}

/** A text with the query marked in it. */
function marked(text: string, marker: Marker): (Node | string)[] {
  let at = 0;
  const parts = marker(text).flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, element('mark', {}, text.slice(start, end))];
  });
  return [...parts, text.slice(at)];
}

/**
 * The reader's values for the commands of a page: those that the browser keeps and, on the page itself, the content
 * of its fields. The form that an article requires of a value isn't known here, so a kept value is left out if it has
 * anything that a shell would act on.
 */
function valuesFor(path: string): Map<string, string> {
  const kept = Object.entries(keptValues() ?? {}).filter(([, value]) => isAllowed(value));
  return new Map([...kept, ...(path === location.pathname ? valuesOnPage() : [])]);
}

/** `Copied 1 command for gluster1.`, what is left to fill in, and what it can do. */
function copied(
  shown: ShownCommand | ShownListing,
  unfilled: readonly string[],
  { texts, locale, copiedCommands }: SearchSettings,
): string {
  const hosts = shown.hosts.length === 0 ? '' : ` ${texts.forHosts} ${shown.hosts.join(', ')}`;
  const what =
    shown.type === 'command'
      ? plural(locale, copiedCommands)(1)
      : texts.copiedFile.replace('{file}', shown.file);
  const parts = [
    `${what}${hosts}.`,
    harmWords(shown.harms, texts),
    unfilled.length === 0 ? '' : `${texts.unfilled}: ${unfilled.join(', ')}.`,
  ];
  return parts.filter(Boolean).join(' ');
}
