import { items } from '../tables.ts';
import { baseName, type Invocation, type ShellReading } from '../invocations.ts';
import type { DangerRule } from './rule.ts';

/** A download that runs before anybody has seen it. It takes two programs, so `findRunDownloads` finds it. */
export const RUN_DOWNLOAD: DangerRule = {
  name: 'run-download',
  harm: 'runs-download',
  explanation: 'Nobody has looked at it before it runs.',
  matches: () => false,
  marked: items(`
      curl -fsSL https://example.org/install.sh | sh · wget -qO- https://example.org/x | sudo bash -s -- -y ·
      bash <(curl -s https://example.org/x) · sh -c "$(curl -fsSL https://example.org/x)" ·
      eval "$(wget -qO- https://example.org/x)" · source <(curl -s https://example.org/x) ·
      curl https://example.org/x.py | python3 - · wget https://example.org/x.sh && bash x.sh ·
      curl -o i.sh https://example.org/x; chmod +x i.sh; ./i.sh ·
      curl https://example.org/x | gunzip | sudo -E bash -
    `),
  left: items(`
      curl https://example.org/x | grep sh · curl -O https://example.org/x.tar.gz · bash install.sh ·
      cat x | sh · curl https://example.org/key | sudo apt-key add - ·
      wget https://example.org/x.sh && less x.sh · x=$(curl https://example.org/x) && echo "$x" ·
      curl https://example.org/x | python3 -m json.tool · curl https://example.org/x | bash -c cat
    `),
};

const downloader = /^(?:curl|wget|fetch|aria2c|http|lwp-request|GET)$/;
const interpreter = /^(?:(?:ba|z|da|k|a|fi)?sh|python[\d.]*|perl|ruby|node|php|lua|eval|source|\.)$/;

/** Finds where a command runs something that it has downloaded. */
export function findRunDownloads({ invocations }: ShellReading): number[] {
  const downloads = invocations.filter(({ program }) => downloader.test(program));
  if (downloads.length === 0) return [];
  const isCaught = downloads.some(({ around }) => around.caught);
  const names = downloads.flatMap(fileNames);
  return invocations
    .filter(
      (invocation) => (isCaught && runsInput(invocation)) || names.some((name) => runsFile(invocation, name)),
    )
    .map(({ offset }) => offset);
}

/** `sh`, `bash -s -- -y`, `python3 -`, `bash <(…)`, `sh -c "$(…)"`, `eval "…"`; not `python3 -m json.tool`. */
function runsInput({ program, words, around }: Invocation): boolean {
  if (!interpreter.test(program)) return false;
  const downloads = /(?:<\(|\$\(|`)[^]*\b(?:curl|wget|fetch|aria2c)\b/;
  if (words.some((word) => downloads.test(word))) return true;
  if (!around.fed || program === 'eval' || program === 'source' || program === '.') return false;
  return words.includes('-s') || words.every((word) => /^-(?!c$|m$|e$|p$|n$|r$)/.test(word) || word === '--');
}

function runsFile({ program, words }: Invocation, name: string): boolean {
  const file = /^(?:\.\/|\$PWD\/)?(?<name>[^/]+)$/;
  const called = (word: string) => (file.exec(word)?.groups?.['name'] ?? word) === name;
  return interpreter.test(program) ? words.slice(0, 2).some(called) : program === name;
}

/** The file that a download goes to: the value of `-o` or `-O`, or the last part of its URL. */
function fileNames({ program, words, truncates, around }: Invocation): string[] {
  const option = words.findIndex((word) => /^(?:-\w*[oO]|--output|--output-document)$/.test(word));
  const value = option === -1 ? undefined : words[option + 1];
  const isNamed = value !== undefined && !/^(?:-|https?:)/.test(value);
  const own = isNamed ? [baseName(value)] : [];
  const address = words.find((word) => /^(?:https?|ftp):\/\//.test(word));
  const byAddress =
    !isNamed && !around.caught && address !== undefined && (program === 'wget' || option !== -1);
  return [
    ...own,
    ...truncates.map(baseName),
    ...(byAddress ? [baseName(address.replace(/[?#].*$/, ''))] : []),
  ].filter((name) => name !== '' && name !== '-');
}
