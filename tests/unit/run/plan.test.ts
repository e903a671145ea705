import { describe, expect, it } from 'vitest';
import { filled } from '../../../src/run/values.ts';
import { aPlan, session } from './a-plan.ts';

describe('the plan of an article', () => {
  it('has its steps and listings in order, numbered, each with its line and anchor', () => {
    const listing = '```text file="/etc/hosts" append host="a"\nx\n```\n\n';
    const plan = aPlan(
      `Do it.\n\n${session('# uptime\nup\n# grep x /etc/hosts\n[1]')}${listing}${session('$ ls')}`,
    );
    expect(plan.map(({ number, kind, user, line }) => ({ number, kind, user, line }))).toEqual([
      { number: 1, kind: 'command', user: 'root', line: 4 },
      { number: 2, kind: 'command', user: 'root', line: 6 },
      { number: 3, kind: 'listing', user: undefined, line: 11 },
      { number: 4, kind: 'command', user: undefined, line: 15 },
    ]);
    expect(new Set(plan.map(({ anchor }) => anchor)).size).toBe(4);
  });

  it('marks steps that can hurt, have to be done by hand, or ask', () => {
    const [destroys, opens, asks, overwrites] = aPlan(
      `${session('$ rm -rf /srv/old')}${session('$ su -')}${session('# passwd')}\`\`\`text file="/etc/fstab" host="a"\nx\n\`\`\`\n`,
    );
    expect(destroys!.dangers).toHaveLength(1);
    expect(opens).toMatchObject({ byHand: 'opens another shell (su)' });
    expect(asks).toMatchObject({ asks: 'passwd', byHand: undefined });
    expect(overwrites!.kind).toBe('listing');
  });

  it('assigns a step without a host to the only one, and to none of several', () => {
    expect(aPlan(session('$ x', ''), ['only'])[0]!.hosts).toEqual(['only']);
    expect(aPlan(session('$ x', ''), ['one', 'two'])[0]!.hosts).toEqual([]);
  });

  it('takes the rule of a fence', () => {
    expect(aPlan(session('$ x', 'host="a" verify="skip: no such kernel"'))[0]!.rule).toEqual({
      kind: 'skip',
      reason: 'no such kernel',
    });
  });
});

describe('a digest', () => {
  const digest = (mdx: string, hosts = ['a', 'b']) => aPlan(mdx, hosts)[0]!.digest;
  const before = digest(session('$ ls\nx'));

  it('does not depend on a step’s place or title', () => {
    expect(digest(`Text.\n\n${session('$ ls\nx', 'host="a" title="List"')}`)).toBe(before);
  });

  it.each([
    ['the command', session('$ ls -l\nx')],
    ['the output', session('$ ls\ny')],
    ['the exit status', session('$ ls\nx\n[1]')],
    ['the user', session('# ls\nx')],
    ['the host', session('$ ls\nx', 'host="b"')],
  ])('changes with %s', (_what, mdx) => {
    expect(digest(mdx)).not.toBe(before);
  });
});

it('values are filled into commands, files and output, and match only themselves in patterns', () => {
  const mdx = session('$ ping {{a_ip}}\n{{a_ip}} is up after {{*duration}}\n{{a_ip}} .* (re)');
  const [item] = aPlan(mdx).map((one) => filled(one, { a_ip: '10.0.0.1' }));
  expect(item).toMatchObject({ command: 'ping 10.0.0.1' });
  const patterns = item?.kind === 'command' ? item.expected : [];
  expect(patterns.map((one) => (one.kind === 'regex' ? one.source : one.kind))).toEqual([
    expect.stringMatching(/^10\\\.0\\\.0\\\.1 is up after /),
    String.raw`10\.0\.0\.1 .*`,
  ]);
});
