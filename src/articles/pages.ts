import type { Outline } from '../content/outline/outline.ts';
import type { AttachedFile } from './attached-files.ts';

/** A page of the site's own, such as About. */
export interface OwnPage {
  slug: string;
  /** Its address from the site's root. */
  path: string;
  title: string;
  description: string;
  /** BCP 47. */
  lang: string;
  /** Its MDX, and the file that it is from (absolute). */
  mdx: string;
  file: string;
  outline: Outline;
  /** The files that are published with it. */
  attached: AttachedFile[];
  /** Of all this. */
  digest: string;
}
