import type { Progress } from '../build/build-site.ts';
import { counted } from '../content/counted.ts';

const WORDS: Readonly<Record<Progress['doing'], (count: number) => string>> = {
  read: (count) => `Read and checked ${counted(count, 'article')}.`,
  pages: (count) => `Rendered ${counted(count, 'page')}.`,
  files: (count) => `Listed ${counted(count, 'other file')}.`,
};

/**
 * Shows what a build is doing: on a terminal in one line that updates, elsewhere in one line for each finished part.
 *
 * @returns a function to call with each progress, and one to call at the end
 */
export function buildProgress(stream: NodeJS.WriteStream): {
  progress: (progress: Progress) => void;
  end: () => void;
} {
  let last: Progress | undefined;
  const say = ({ doing, count }: Progress): string => WORDS[doing](count);
  const finish = (): void => {
    if (last !== undefined) stream.write(stream.isTTY ? '\n' : `${say(last)}\n`);
    last = undefined;
  };
  return {
    progress(progress) {
      if (last !== undefined && last.doing !== progress.doing) finish();
      last = progress;
      if (stream.isTTY) stream.write(`\r${say(progress)}`);
    },
    end: finish,
  };
}
