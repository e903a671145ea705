import type { Fence as WrittenFence } from '../../commands/block.ts';

/** A fence as written, not yet parsed as a command block. */
export interface Fence extends WrittenFence {
  /** The sentence that introduces it: the last before it below the same heading; empty where there is none. */
  introduction: string;
  /** The heading that it stands below. */
  heading: Heading | undefined;
}

/** A heading, for the table of contents. */
export interface Heading {
  /** 2 to 6: the first level is the article's title, so a `# Heading` in the text is of the second. */
  depth: number;
  text: string;
  /** Its anchor, after GitHub's rules; `headingIds` tells the exceptions. */
  id: string;
  /** Line in the file. */
  line: number;
}
