import { describe, expect, it } from 'vitest';
import { aRecord, proofMarks, proofOf as proof, SANDBOX } from './a-proof.ts';
import { proofOf } from '../../../src/articles/proof.ts';
import type { Sandbox } from '../../../src/content/schemas/sandbox.ts';
import { en } from '../../../src/i18n/en.ts';
import { ru } from '../../../src/i18n/ru.ts';
import { proofReasons, proofSentence, proofText } from '../../../src/articles/proof-text.ts';
import { withProofMarks } from '../../../src/articles/proof-marks.ts';

const BLOCK = '```console host="a"\n$ one\n$ two\n```\n';

describe('a proof', () => {
  it('holds as long as every step is the same as when it ran', () => {
    expect(proof(BLOCK, BLOCK)).toMatchObject({
      passed: 2,
      total: 2,
      skipped: 0,
      otherSteps: false,
      otherHosts: false,
      changed: [],
    });
  });

  it.each([
    ['a step has changed', '```console host="a"\n$ one\n$ three\n```\n', ['passed', 'changed']],
    ['a step has come', '```console host="a"\n$ zero\n$ one\n$ two\n```\n', ['changed', 'passed', 'passed']],
    ['a step has gone', '```console host="a"\n$ two\n```\n', ['passed']],
    ['steps stand in another order', '```console host="a"\n$ two\n$ one\n```\n', ['passed', 'passed']],
    [
      'a step stands there twice',
      '```console host="a"\n$ one\n$ one\n$ two\n```\n',
      ['passed', 'changed', 'passed'],
    ],
  ])('is stale when %s', (_what, now, marks) => {
    expect(proof(BLOCK, now)!.otherSteps).toBe(true);
    expect(proofMarks(BLOCK, now)).toEqual(marks);
  });

  it('is not affected by prose', () => {
    expect(proof(BLOCK, `# Title\n\nMore text.\n\n${BLOCK}`)!.otherSteps).toBe(false);
  });
});

describe('the hosts of a proof', () => {
  const isOther = (recipe: Sandbox): boolean => proof(BLOCK, BLOCK, {}, recipe)!.otherHosts;

  it.each<[string, Partial<Sandbox>]>([
    ['the system is another', { distribution: 'debian-13' }],
    ['a package comes', { packages: ['nginx', 'curl', 'less'] }],
    ['a package goes', { packages: ['nginx'] }],
    ['a disk comes', { disks: ['/export'] }],
    ['the first process is another', { init: 'plain' }],
    ['a value is another', { values: { a: 'c' } }],
  ])('are others when %s', (_what, change) => {
    expect(isOther({ ...SANDBOX, ...change })).toBe(true);
  });

  it('are others when the article has no recipe any more', () => {
    const record = aRecord(BLOCK);
    expect(proofOf([], { hosts: [], sandbox: undefined }, record)!.otherHosts).toBe(true);
  });

  it('are the same in another order, and with more time', () => {
    expect(isOther({ ...SANDBOX, packages: ['curl', 'nginx'], timeout: 5 })).toBe(false);
  });

  it('are mentioned on the page', () => {
    const text = proofText(proof(BLOCK, BLOCK, {}, { ...SANDBOX, init: 'plain' })!, [], 'en', en);
    expect(text).toMatch(/ The article now sets up its test hosts differently\.$/);
  });
});

describe('its text', () => {
  const known = proof(BLOCK, BLOCK)!;
  const packages = [
    { package: 'glusterfs', version: '10.3-5' },
    { package: 'openssh', version: '1:9.2p1-2+deb12u7' },
  ];
  const record = { ...known.record, packages };

  it('says when, with what, on what, and how many', () => {
    const appliesTo = [{ product: 'GlusterFS', version: '10.3' }];
    expect(proofSentence({ ...known, record }, appliesTo, 'en', en)).toBe(
      'Run on 28 November 2026 with glusterfs 10.3 on Debian 12: 2 of 2 steps passed.',
    );
    expect(proofSentence({ ...known, record }, appliesTo, 'ru', ru)).toBe(
      'Проверено 28 ноября 2026 г. на Debian 12 с glusterfs 10.3: успешно выполнены 2 шага из 2.',
    );
  });

  it.each([
    [1, 1, '1 of 1 step passed', 'успешно выполнен 1 шаг из 1'],
    [3, 14, '3 of 14 steps passed', 'успешно выполнены 3 шага из 14'],
    [14, 14, '14 of 14 steps passed', 'успешно выполнено 14 шагов из 14'],
    [21, 22, '21 of 22 steps passed', 'успешно выполнен 21 шаг из 22'],
  ])('counts %i of %i as people do', (passed, total, english, russian) => {
    expect(proofSentence({ ...known, passed, total }, [], 'en', en)).toContain(`: ${english}.`);
    expect(proofSentence({ ...known, passed, total }, [], 'ru', ru)).toContain(`: ${russian}.`);
  });

  it('names every package if the article is about none of them', () => {
    expect(proofSentence({ ...known, record }, [], 'en', en)).toContain(
      'with glusterfs 10.3, openssh 9.2p1 on',
    );
  });

  it('counts what was skipped, and says why once', () => {
    const skipped = proof(BLOCK, BLOCK, { outcome: 'skipped', reason: 'no module' })!;
    expect(proofSentence(skipped, [], 'en', en)).toMatch(/: 0 of 2 steps passed, 2 skipped\.$/);
    expect(proofReasons(skipped)).toEqual(['no module']);
  });

  it('says that the article has changed', () => {
    expect(proofText(proof(BLOCK, `${BLOCK}\n${BLOCK}`)!, [], 'en', en)).toContain('has changed since then');
  });
});

it('marks steps and listings by their anchors, and nothing in the text', () => {
  const known = proof(BLOCK, BLOCK)!;
  const [anchor, other] = Object.keys(known.marks);
  const html = `<figure class="block session" id="x"><code><span class="step root" id="${anchor!}" data-copy="x">&#x3C;span class="a" id="${other!}"</span></code></figure>`;
  expect(withProofMarks(html, known, en)).toBe(
    html.replace(`id="${anchor!}"`, `id="${anchor!}" data-proof="passed" data-proof-label="passed"`),
  );
});
