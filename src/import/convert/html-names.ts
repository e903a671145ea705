/** The names of HTML elements, of SVG and MathML elements that occur in pages, and of our own stand-ins. */
const NAMES = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
  button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
  figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins
  kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup option
  output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong
  style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
  opsnotes-aside opsnotes-tab opsnotes-drop opsnotes-footnote tabs tabitem`.split(/\s+/),
);

/** Whether a name in angle brackets is an element; `<hostname>` isn't, and was meant literally. */
export function isHtmlName(name: string): boolean {
  return NAMES.has(name.toLowerCase()) || /^(?:svg|mml|o|v|w):/i.test(name);
}
