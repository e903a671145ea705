import type { Progress } from '../build/build-site.ts';

const WORDS: Readonly<Record<Progress['doing'], (count: string) => string>> = {
  read: (count) => `Read and checked ${count} articles.`,
  pages: (count) => `Rendered ${count} pages.`,
  files: (count) => `Listed ${count} other files.`,
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
  const say = ({ doing, count }: Progress): string => WORDS[doing](count.toLocaleString('en'));
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
