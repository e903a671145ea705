import { commandExcerpt, excerptOf } from '../search/excerpt.ts';
import type { Marker } from '../search/mark.ts';
import type { ArticleHit, CommandHit } from '../search/search.ts';
import { filled } from './copy-text.ts';
import { valuesFor } from './search-copy.ts';
import { element } from './search-element.ts';
import { marked } from './search-marks.ts';
import type { SearchSettings } from './search-settings.ts';

/** A command: itself, where it runs, what introduces it, its article; and a button that copies it. */
export function commandRow(
  hit: CommandHit,
  marker: Marker,
  settings: SearchSettings,
  copy: (hit: CommandHit, button: HTMLButtonElement) => void,
): HTMLElement {
  const { article, command } = hit;
  const { texts, base } = settings;
  const path = base + article.path;
  const { text } = filled(command.command, valuesFor(path));
  const link = element(
    'a',
    { href: `${path}#${command.anchor}`, class: 'search-link search-command', dir: 'ltr' },
    sign(command.sign, texts),
    element('code', {}, ...marked(commandExcerpt(text, marker), marker)),
  );
  const facts = element(
    'p',
    { class: 'search-facts' },
    ...command.hosts.map((host) => element('span', { class: 'host' }, host)),
    command.destructive ? element('strong', { class: 'search-danger' }, texts.destructive) : undefined,
    element('span', { lang: other(article.lang, settings), dir: 'auto' }, article.title),
  );
  const button = element(
    'button',
    { type: 'button', class: 'copy', 'aria-label': texts.copyStep },
    texts.copy,
  );
  button.addEventListener('click', () => {
    copy(hit, button);
  });
  return row(
    command.destructive ? 'search-row destructive' : 'search-row',
    [link, introduction(hit, marker, settings), facts],
    [button],
  );
}

/** An article: title, the stretch that has most of the query, kind, year and tags. */
export function articleRow({ article }: ArticleHit, marker: Marker, settings: SearchSettings): HTMLElement {
  const path = settings.base + article.path;
  const lang = other(article.lang, settings);
  const found = excerptOf(article.sections, marker);
  const title = element(
    'a',
    { href: path, class: 'search-link search-title', lang, dir: 'auto' },
    ...marked(article.title, marker),
  );
  const section =
    found === undefined || found.id === ''
      ? undefined
      : element(
          'a',
          { href: `${path}#${found.id}`, class: 'search-section', lang, dir: 'auto' },
          ...marked(found.title, marker),
        );
  const text = found === undefined || found.text === '' ? article.description : found.text;
  const facts = element(
    'p',
    { class: 'search-facts' },
    element('span', { class: 'kind' }, settings.kinds[article.kind] ?? article.kind),
    element('span', {}, String(article.year)),
    ...article.tags.map(([, label]) => element('span', { class: 'search-tag' }, label)),
  );
  const excerpt = element('p', { class: 'search-excerpt', lang, dir: 'auto' }, ...marked(text, marker));
  return section === undefined
    ? row('search-row article', [title, excerpt, facts])
    : row('search-row article', [title], [section, excerpt, facts]);
}

/** A row of the grid (WAI-ARIA): each cell has one thing to act on. */
function row(className: string, ...cells: readonly (readonly (Node | undefined)[])[]): HTMLElement {
  return element(
    'div',
    { role: 'row', class: className },
    ...cells.map((children) => element('div', { role: 'gridcell', class: 'search-cell' }, ...children)),
  );
}

/** `#` or `$`, told apart by shape and colour for the eye and in words for the ear. */
function sign(prompt: string, { asRoot, asUser }: SearchSettings['texts']): HTMLElement | undefined {
  if (prompt === '') return undefined;
  const isRoot = prompt === '#';
  return element(
    'span',
    { class: isRoot ? 'search-sign root' : 'search-sign', title: isRoot ? asRoot : asUser },
    element('span', { 'aria-hidden': 'true' }, `${prompt} `),
    element('span', { class: 'sr-only' }, `${isRoot ? asRoot : asUser}: `),
  );
}

function introduction(
  { article, command }: CommandHit,
  marker: Marker,
  settings: SearchSettings,
): HTMLElement | undefined {
  if (command.introduction === '') return undefined;
  return element(
    'p',
    { class: 'search-introduction', lang: other(article.lang, settings), dir: 'auto' },
    ...marked(command.introduction, marker),
  );
}

/** A text's language, where it isn't the interface's. */
function other(lang: string, { locale }: SearchSettings): string | undefined {
  return lang === locale ? undefined : lang;
}
