/** Code as written in the source: in a `<pre>`, a shortcode or a fence. */
export interface WrittenCode {
  /** Without the final newline. */
  text: string;
  /** The language that the source names, in its spelling. */
  language: string | undefined;
  /** The title or file name that the source shows above it. */
  title: string | undefined;
  /** A doubt found earlier, e.g. that the fence was never closed. */
  doubt?: string | undefined;
}

/** A line of code in which characters were repaired. */
export interface Repair {
  /** The line within its block, counted from 0. */
  line: number;
  before: string;
  after: string;
}

/** Code as it will be in the article. */
export interface ImportedFence {
  language: string;
  /** The rest of the info string; empty if there is none. */
  meta: string;
  text: string;
  repairs: Repair[];
  /** The machines named in its prompts. */
  hosts: string[];
  /** Whether some of its commands don't name a machine. */
  hostless: boolean;
  /** How many commands a reader can run. */
  commands: number;
  /** What its author should decide; undefined if there is no doubt. */
  todo: string | undefined;
}
