/**
 * What a page fetches when its reader first does something, by `onDemand()` of `first-act.ts`.
 */
import styles from '../styles/on-demand.css?inline';
import { addStyles } from './add-styles.ts';
import { copySelection } from './copy-selection.ts';
import { LargePictures } from './large-pictures.ts';
import { PlaceholderPanel } from './placeholder-panel.ts';
import { SectionMarks } from './section-marks.ts';
import { wireWrapSwitch } from './wrap-switch.ts';

export { copiedWords } from './copied-words.ts';
export { showKeys } from './key-help.ts';

export type OnDemand = typeof import('./on-demand.ts');

declare global {
  /** The address of this module; set by `src/integrations/whole-scripts.ts`. */
  const ON_DEMAND: string;
}

addStyles(styles);
customElements.define('large-pictures', LargePictures);
customElements.define('placeholder-panel', PlaceholderPanel);
customElements.define('section-marks', SectionMarks);
document.addEventListener('copy', copySelection);
wireWrapSwitch();
