/** Code as its source has it: what stands in a `<pre>`, a shortcode or a fence. */
export interface WrittenCode {
  /** Without the newline at its end. */
  text: string;
  /** The language that the source names, in its own spelling. */
  language: string | undefined;
  /** What the source writes above it: a title or a file name. */
  title: string | undefined;
  /** What about it isn't clear already, e.g. that its fence was never closed. */
  doubt?: string | undefined;
}

/** A line of code in which characters were put right. */
export interface Repair {
  /** The line within its block, from 0. */
  line: number;
  before: string;
  after: string;
}

/** Code as it will stand in the article. */
export interface ImportedFence {
  language: string;
  /** The rest of the info string; empty where there is nothing to say. */
  meta: string;
  text: string;
  repairs: Repair[];
  /** The machines that its prompts name. */
  hosts: string[];
  /** Whether some of its commands are for no machine that it names. */
  hostless: boolean;
  /** How many commands a reader can run. */
  commands: number;
  /** What its author should decide; undefined where nothing is in doubt. */
  todo: string | undefined;
}
