/** The elements of HTML (Living Standard, November 2026, and some obsolete ones), and which of them have no end tag. */

export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

const ELEMENTS: ReadonlySet<string> = new Set([
  ...VOID_ELEMENTS,
  ...(
    'a abbr acronym address applet article aside audio b bdi bdo big blink blockquote body button canvas caption center ' +
    'cite code colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer ' +
    'form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup html i iframe ins kbd label legend li main map mark ' +
    'marquee math menu meter nav nobr noframes noscript object ol optgroup option output p picture pre progress q rp rt ' +
    'ruby s samp script search section select slot small span strike strong style sub summary sup svg table tbody td ' +
    'template textarea tfoot th thead time title tr tt u ul var video xmp'
  ).split(' '),
]);

/** Whether a name in angle brackets is a tag: an HTML element, or a component, whose name has a capital letter or a dot. */
export function isTagName(name: string): boolean {
  return ELEMENTS.has(name.toLowerCase()) || /^[A-Z]|[.:]/.test(name) || name === '';
}
