import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { verification } from '../../src/content/schemas/verification.ts';
import { LACKING, remains, run, runProgram, verify } from './a-verification.ts';

/** If the machine can't run hosts, each test says so and checks that nothing is done. */
const can = LACKING.length === 0;

describe.runIf(can)('an article on two disposable hosts', () => {
  it('passes, and leaves a record and nothing else', async () => {
    const { status, stdout, record } = await verify();
    expect(stdout).toContain('10 of 11 steps passed, 1 skipped');
    expect(status).toBe(0);
    const data = verification.parse(parse(record!));
    expect(data.steps.map(({ outcome }) => outcome)).toEqual(
      [...Array<string>(11)].map((_none, index) => (index === 8 ? 'skipped' : 'passed')),
    );
    expect(data.steps[8]).toMatchObject({ step: 'modprobe wireguard', reason: 'a module is needed' });
    expect(record).not.toContain(hostname());
    expect(remains()).toEqual([]);
  });

  it('says that this is not a security boundary before doing anything', async () => {
    const { stdout } = await verify();
    expect(stdout.split('\n')[0]).toMatch(/not a security boundary/);
  });

  it.each([
    [
      'a command fails',
      '# cd /srv/disk &&',
      '# cd /no/such/disk &&',
      30,
      'Unexpected exit status 1, expected 0.',
    ],
    [
      'output differs',
      '/srv/disk\n{{word}}',
      '/srv/disk\nother',
      31,
      'Unexpected `given` in line 2 of the output, expected `other`.',
    ],
    [
      'a command succeeds that should not',
      '0\n[1]\n',
      '0\n[2]\n',
      34,
      'Unexpected exit status 1, expected 2.',
    ],
    [
      'a step hangs',
      '# pwd; echo',
      '# sleep 1000; echo',
      31,
      'Unexpected wait of more than 2 s, expected the command to end.',
    ],
    [
      'what it waits for never comes',
      'verify="wait: 20"\n[root@two ~]# cat /tmp/late',
      'verify="wait: 1"\n[root@two ~]# cat /tmp/never',
      69,
      'Unexpected exit status 1, expected 0.',
    ],
  ])('stops when %s, and says where', async (_what, from, to, line, message) => {
    const { status, stderr, record } = await verify((mdx) =>
      mdx.replace('timeout: 20', 'timeout: 2').replace(from, to),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`two-hosts\\.mdx:${line} {2}\\S*failed-step`));
    expect(stderr).toContain(message);
    const outcomes = verification.parse(parse(record!)).steps.map(({ outcome }) => outcome);
    const failed = outcomes.indexOf('failed');
    expect(failed).toBeGreaterThan(-1);
    expect(new Set(outcomes.slice(failed + 1))).not.toContain('passed');
    expect(remains()).toEqual([]);
  });

  it('runs nothing if a host is missing', async () => {
    const { status, stdout, stderr, record } = await verify((mdx) =>
      mdx.replaceAll('[root@two', '[root@three'),
    );
    expect(status).toBe(1);
    expect(stderr).toContain('undeclared-host');
    expect(stdout).not.toContain('passed');
    expect(record).toBeUndefined();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('removes everything on %s', async (signal) => {
    let sent = false;
    const { status, record } = await verify(
      (mdx) => mdx.replace('# pwd; echo', '# sleep 1000; echo'),
      (stdout, pid) => {
        if (sent || !stdout.includes(' 2  passed')) return;
        sent = true;
        process.kill(pid, signal);
      },
    );
    expect(sent).toBe(true);
    expect(status).toBe(signal === 'SIGKILL' ? null : 130);
    expect(record).toBeUndefined();
    await expect.poll(remains).toEqual([]);
  });
});

describe.runIf(process.getuid?.() === 0)('if something is missing', () => {
  it('names it, does nothing and exits with 75', async () => {
    const { status, stdout, stderr } = await verifyAs([
      ...['--reuid', '65534', '--clear-groups'],
      // The project may lie in a folder that only its owner can read.
      ...['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'],
    ]);
    expect({ status, stdout }).toEqual({ status: 75, stdout: '' });
    expect(stderr).toMatch(/lacks:\n {2}root\n/);
  });

  it('also names a missing right to create namespaces', async () => {
    const { status, stderr } = await verifyAs(['--bounding-set', '-sys_admin']);
    expect(status).toBe(75);
    expect(stderr).toContain('the right to make namespaces');
  });
});

it.runIf(!can)('on a machine like this one, nothing is done', async () => {
  const { status, stdout, stderr, record } = await verify();
  expect({ status, stdout, record }).toEqual({ status: 75, stdout: '', record: undefined });
  for (const what of LACKING) expect(stderr).toContain(what);
});

describe('wrong usage', () => {
  it.each([
    ['no article', [], /expected articles or --all/],
    ['an article and --all', ['two-hosts', '--all'], /expected articles or --all/],
    ['an article that is not there', ['two-host'], /Did you mean `two-hosts`/],
    ['an unknown option', ['--al'], /--al/],
  ])('%s is reported with status 2', async (_what, args, message) => {
    const { status, stderr } = await run('src/cli/verify.ts', args, {
      OPSNOTES_CONTENT: 'tests/fixtures/run',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

/** Verifies with fewer privileges, dropped by `setpriv`. */
function verifyAs(privileges: readonly string[]) {
  const command = [process.execPath, 'src/cli/verify.ts', 'two-hosts', '--root', '/'];
  return runProgram('setpriv', [...privileges, ...command], { OPSNOTES_CONTENT: 'tests/fixtures/run' });
}
