import { expect, test } from 'vitest';
import { copyText } from '../../../src/commands/copy.ts';
import { parseBlock } from '../../../src/commands/parse-block.ts';

const blockOf = (language: string, text: string, meta = '') =>
  parseBlock({ language, meta, text, line: 1 }).block;

test('a session is copied without prompts, continuation prompts and output', () => {
  const session = blockOf('console', '# cat > f <<EOF\n> # a\n> EOF\n# ls -a\n# ls \\\n>   -l\ntotal 0\n#');
  expect(copyText(session)).toBe('cat > f <<EOF\n# a\nEOF\nls -a\nls \\\n  -l');
});

test('steps that destroy something are left out until they are asked for', () => {
  const session = blockOf('console', '# ls\n# wipefs -a /dev/sdb\n# mkfs.xfs /dev/sdb\n# df');
  expect(copyText(session)).toBe('ls\ndf');
  expect(copyText(session, { destructive: true })).toBe('ls\nwipefs -a /dev/sdb\nmkfs.xfs /dev/sdb\ndf');
});

test('a script is one piece', () => {
  expect(copyText(blockOf('bash', '# Format\nmkfs.xfs /dev/sdb\n\n'))).toBe('# Format\nmkfs.xfs /dev/sdb');
});

test('a listing is its text, whatever it looks like', () => {
  expect(copyText(blockOf('console', '# a\n$ b', 'file="/etc/x"'))).toBe('# a\n$ b');
});

test('no line end is copied, not even one that belongs to the command', () => {
  expect(copyText(blockOf('console', '$ ls \\\n\n'))).toBe('ls \\');
  expect(copyText(blockOf('console', '$ ls\r\n'))).toBe('ls');
});

test('a session without prompts has nothing to copy', () => {
  expect(copyText(blockOf('console', 'ls'))).toBe('');
});
