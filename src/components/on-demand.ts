/**
 * What a page fetches when its reader first needs any of it. Each script does `import(ON_DEMAND) as Promise<OnDemand>` by itself,
 * because a module shared by two scripts of a page would be a third one to load.
 */
import styles from '../styles/on-demand.css?inline';
import { addStyles } from './add-styles.ts';

export { copiedWords } from './copied-words.ts';
export { showKeys } from './key-help.ts';
export { showPicture } from './large-picture.ts';
export { ValueFields } from './value-fields.ts';

export type OnDemand = typeof import('./on-demand.ts');

declare global {
  /** The address of this module; set by `src/integrations/whole-scripts.ts`. */
  const ON_DEMAND: string;
}

addStyles(styles);
