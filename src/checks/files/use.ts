import type { MdxEntry } from '../../content/read-content.ts';

/** A file that a text shows or links to, and where it does so. */
export interface Use {
  file: string;
  /** As the text has it. */
  address: string;
  entry: MdxEntry<unknown>;
  line: number;
  as: 'picture' | 'link' | 'data';
}
