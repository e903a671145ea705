import type { Fence as WrittenFence } from '../../commands/block.ts';

/** A fence as written, before it is parsed as a command block. */
export interface Fence extends WrittenFence {
  /** The sentence that introduces it: the last one before it under the same heading; empty if there is none. */
  introduction: string;
  /** The heading above it. */
  heading: Heading | undefined;
}

/** A heading, for the table of contents. */
export interface Heading {
  /** 2 to 6: the article's title is level 1, so a `# Heading` in the text counts as level 2. */
  depth: number;
  text: string;
  /** Its anchor by GitHub's rules; see `headingIds` for exceptions. */
  id: string;
  /** Line in the file. */
  line: number;
}
