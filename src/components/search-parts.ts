import styles from '../styles/search.css?inline';
import { NO_QUESTION, searchOf } from './search-address.ts';
import { element } from './search-element.ts';
import type { SearchSettings } from './search-settings.ts';

/** What a dialog shows while nothing is asked: examples, and where else to look. */
export function restingPart(settings: SearchSettings, ask: (typed: string) => void): HTMLElement {
  const { texts, page } = settings;
  const examples = settings.examples.map((typed) => {
    const link = element(
      'a',
      { href: page + searchOf({ ...NO_QUESTION, typed }) },
      element('code', {}, typed),
    );
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ask(typed);
    });
    return link;
  });
  const line =
    examples.length === 0
      ? undefined
      : element('p', { class: 'examples' }, `${texts.examples}: `, ...examples);
  return element('div', { class: 'search-resting' }, line, browsePart(settings));
}

/** Where to look without searching. */
export function browsePart({ texts, browse }: SearchSettings): HTMLElement {
  const links = browse.map(([href, text]) => element('a', { href }, text));
  return element('p', { class: 'examples' }, `${texts.browse}: `, ...links);
}

/** The keys, for whoever has a keyboard; a screen reader is told by the field's description. */
export function keysPart({ texts }: SearchSettings, inDialog: boolean): HTMLElement {
  const copy = navigator.platform.startsWith('Mac') ? '⌘ C' : 'Ctrl C';
  const keys: [string, string][] = [
    ['↑ ↓', texts.keyChoose],
    ['Enter', texts.keyOpen],
    [copy, texts.keyCopy],
    ...(inDialog ? [['Esc', texts.keyClose] as [string, string]] : []),
  ];
  return element(
    'p',
    { class: 'search-keys', 'aria-hidden': 'true' },
    ...keys.map(([key, does]) => element('span', {}, element('kbd', {}, key), ` ${does}`)),
  );
}

let sheet: CSSStyleSheet | undefined;

/** The results' styles come with the code that draws them, so that no page pays for them ahead. */
export function addStyles(): void {
  if (sheet !== undefined) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}
