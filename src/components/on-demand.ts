/**
 * What a page fetches when its reader first asks for one of these: `import(ON_DEMAND) as Promise<OnDemand>`, in each script by
 * itself, because what two scripts of a page share would be a third to load.
 */
import styles from '../styles/on-demand.css?inline';
import { addStyles } from './add-styles.ts';

export { copiedWords } from './copied-words.ts';
export { showKeys } from './key-help.ts';
export { showPicture } from './large-picture.ts';
export { ValueFields } from './value-fields.ts';

export type OnDemand = typeof import('./on-demand.ts');

declare global {
  /** The address of this module: `src/integrations/whole-scripts.ts`. */
  const ON_DEMAND: string;
}

addStyles(styles);
