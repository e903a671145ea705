import callouts from './callouts.css?inline';
import chart from './chart.css?inline';
import pictures from './pictures.css?inline';
import tables from './tables.css?inline';
import verification from './verification.css?inline';

/** Styles that not every text needs, and what it has that does. */
const STYLES: readonly [part: RegExp, css: string][] = [
  [/<table/, tables],
  [/class="callout/, callouts],
  [/<img/, pictures],
  [/class="chart/, chart],
];

/**
 * The styles that a text needs beside those which all have.
 *
 * @param html the text; undefined where it is only known when it is rendered: then it has all of them
 * @param isVerified whether its commands were run
 */
export function optionalStyles(html: string | undefined, isVerified = false): string {
  const ofText = STYLES.filter(([part]) => html === undefined || part.test(html)).map(([, css]) => css);
  return [...ofText, isVerified ? verification : ''].join('');
}
