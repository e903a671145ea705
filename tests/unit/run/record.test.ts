import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { verification } from '../../../src/content/schemas/verification.ts';
import { packageVersions, recordFile, recordOf, recordText } from '../../../src/run/record.ts';
import type { VerifiedItem } from '../../../src/run/verify.ts';
import { aPlan, session } from './a-plan.ts';

const facts = {
  date: '2026-11-28',
  system: 'Debian 12',
  recipe: '0123456789abcdef',
  packages: [{ package: 'nginx', version: '1.22.1-9' }],
};

it('a record has the outcome of each step, and passes its own schema', () => {
  const plan = aPlan(
    `${session('$ echo it\'s: "a"\n$ cat <<END\n> x\n> END\n$ c')}\`\`\`text file="/etc/x" append host="a"\nx\n\`\`\`\n`,
  );
  const results: Partial<VerifiedItem>[] = [
    { outcome: 'passed', seconds: 1.26 },
    { outcome: 'failed', seconds: 0, reason: 'Unexpected exit status 1, expected 0.' },
    { outcome: 'not-run' },
    { outcome: 'skipped', reason: 'no module' },
  ];
  const done = plan.map((item, index) => ({
    item,
    seconds: undefined,
    reason: undefined,
    done: [],
    ...results[index],
  })) as VerifiedItem[];
  const text = recordText(recordOf(done, facts));
  expect(verification.parse(parse(text))).toEqual({
    ...facts,
    steps: [
      { step: 'echo it\'s: "a"', digest: plan[0]!.digest, outcome: 'passed', seconds: 1.3 },
      {
        step: 'cat <<END …',
        digest: plan[1]!.digest,
        outcome: 'failed',
        seconds: 0,
        reason: 'Unexpected exit status 1, expected 0.',
      },
      { step: 'c', digest: plan[2]!.digest, outcome: 'not-run' },
      { step: '>> /etc/x', digest: plan[3]!.digest, outcome: 'skipped', reason: 'no module' },
    ],
  });
  expect(text).not.toContain(hostname());
});

it('packages are listed without duplicates', () => {
  expect(packageVersions('glusterfs 10.3-5\nglusterfs 10.3-5\nattr 1:2.5.1-4\n')).toEqual([
    { package: 'glusterfs', version: '10.3-5' },
    { package: 'attr', version: '1:2.5.1-4' },
  ]);
});

it('a record is next to its article', () => {
  expect(recordFile('/c/articles/a.mdx')).toBe('/c/articles/a.verification.yaml');
  expect(recordFile('/c/articles/a/index.mdx')).toBe('/c/articles/a/index.verification.yaml');
});
