import callouts from './callouts.css?inline';
import chart from './chart.css?inline';
import pictures from './pictures.css?inline';
import tables from './tables.css?inline';
import verification from './verification.css?inline';

/** Styles that only some texts need, and the markup that needs them. */
const STYLES: readonly [part: RegExp, css: string][] = [
  [/<table/, tables],
  [/class="callout/, callouts],
  [/<img/, pictures],
  [/class="chart/, chart],
];

/**
 * The styles that a text needs besides those of every text.
 *
 * @param html the text; undefined if it is only known after rendering, which gives it all styles
 * @param isVerified whether its commands were run
 */
export function optionalStyles(html: string | undefined, isVerified = false): string {
  const ofText = STYLES.filter(([part]) => html === undefined || part.test(html)).map(([, css]) => css);
  return [...ofText, isVerified ? verification : ''].join('');
}
