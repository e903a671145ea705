import type { MdxEntry } from '../../content/read-content.ts';

/** A file that a text shows or links to, and where. */
export interface Use {
  file: string;
  /** The address as written. */
  address: string;
  entry: MdxEntry<unknown>;
  line: number;
  as: 'picture' | 'link' | 'data';
}
