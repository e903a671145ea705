import { describe, expect, test } from 'vitest';
import { findDangers } from '../../../src/commands/dangers/find-dangers.ts';
import { DANGER_RULES } from '../../../src/commands/dangers/rules.ts';
import { readShell } from '../../../src/commands/invocations.ts';

const rulesOf = (command: string) => findDangers(readShell(command)!).map(({ rule }) => rule);

describe.each(DANGER_RULES)('$name', ({ name, marked, left }) => {
  test.each(marked)('marks %s', (command) => {
    expect(rulesOf(command)).toContain(name);
  });
  test.each(left)('leaves %s', (command) => {
    expect(rulesOf(command)).toEqual([]);
  });
  test('has examples of both kinds', () => {
    expect(marked.length).toBeGreaterThan(0);
    expect(left.length).toBeGreaterThan(0);
  });
});

test.each([
  'sudo rm -rf /etc',
  'sudo -u root -- rm -rf /etc',
  'env LANG=C nice -n 5 rm -rf /etc',
  'ssh gluster1 rm -rf /etc',
  'ssh -p 22 -i key root@gluster1 "cd / && rm -rf /etc"',
  'ssh gluster1 <<EOF\nrm -rf /etc\nEOF',
  'ssh gluster1 bash -s <<EOF\nrm -rf /etc\nEOF',
  'bash -c "rm -rf /etc"',
  'su - -c "rm -rf /etc"',
  'echo "rm -rf /etc" | sudo sh',
  'true && rm -rf /etc || true',
  'for f in a; do rm -rf /etc; done',
  'x=$(rm -rf /etc)',
  'echo "`rm -rf /etc`"',
  'diff <(rm -rf /etc) a',
  'timeout 5 nohup rm -rf /etc &',
  'eval "rm -rf /etc"',
  'docker exec -it web rm -rf /etc',
  'kubectl exec pod -- rm -rf /etc',
  'if true; then rm -rf /etc; fi',
  'cleanup() { rm -rf /etc; }',
  '\'rm\' -rf "/etc"',
  '\\rm -rf /etc',
])('sees through %s', (command) => {
  expect(rulesOf(command)).toContain('delete-tree');
});
