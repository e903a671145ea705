import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DROPPED_CAPABILITIES } from '../../src/run/sandbox/capabilities.ts';
import { cacheFolder, rootName } from '../../src/run/sandbox/cache.ts';
import { Sandbox } from '../../src/run/sandbox/sandbox.ts';
import { Shell } from '../../src/run/shell.ts';
import { LACKING, remains } from './a-verification.ts';

/** The number of each dropped capability, from linux/capability.h. */
const NUMBERS: Readonly<Record<(typeof DROPPED_CAPABILITIES)[number], number>> = {
  sys_module: 16,
  sys_rawio: 17,
  sys_pacct: 20,
  sys_boot: 22,
  sys_time: 25,
  mknod: 27,
  audit_control: 30,
  mac_override: 32,
  mac_admin: 33,
  syslog: 34,
  wake_alarm: 35,
  block_suspend: 36,
  audit_read: 37,
  perfmon: 38,
  bpf: 39,
};

/** Root file systems to make hosts of: this machine's own, and a cached one with systemd if there is one. */
const cached = join(cacheFolder(), rootName('debian-12'));
const ROOTS = [['plain', '/'], ...(existsSync(cached) ? [['systemd', cached] as const] : [])] as const;

describe.runIf(LACKING.length === 0).each(ROOTS)('hosts with the init %s', (init, root) => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await Sandbox.open({ hosts: ['one', 'two'], root, disks: ['/srv/disk'], init });
  });

  afterAll(async () => {
    await sandbox.close();
    expect(remains()).toEqual([]);
  });

  const on = async (host: string, command: string, user = 'root') => {
    const shell = new Shell(sandbox.shell(host, user));
    const { output, status } = await shell.run(command, { timeout: 20 });
    shell.kill();
    return { output: output.trim(), status };
  };

  it.each(['self', '1'])('have no capability that reaches the real machine (process %s)', async (process) => {
    const { output } = await on('one', `grep -E "^Cap(Inh|Prm|Eff|Bnd|Amb)" /proc/${process}/status`);
    const masks = output.split('\n').map((line) => BigInt(`0x${line.split(/\s+/)[1]!}`));
    expect(masks).toHaveLength(5);
    for (const name of DROPPED_CAPABILITIES) {
      for (const mask of masks) expect((mask >> BigInt(NUMBERS[name])) & 1n, name).toBe(0n);
    }
    // They are still root of their own network.
    expect((masks[2]! >> 12n) & 1n).toBe(1n);
  });

  it('cannot change kernel settings, apart from those of their network', async () => {
    const { output } = await on(
      'one',
      'for file in kernel/panic net/ipv4/ip_forward; do [ -w /proc/sys/$file ] && echo $file; done; findmnt --noheadings --output OPTIONS /proc/sys /proc/sysrq-trigger',
    );
    const [writable, ...mounts] = output.split('\n');
    expect(writable).toBe('net/ipv4/ip_forward');
    for (const options of mounts) expect(options).toMatch(/^ro,/);
  });

  it('reach each other and nothing else', async () => {
    const refused = (address: string) =>
      on('one', `timeout 2 bash -c ': </dev/tcp/${address}/9' 2>&1 | grep -o -m 1 -E 'refused|unreachable'`);
    expect((await refused('10.77.0.2')).output).toBe('refused');
    expect((await refused('192.0.2.1')).output).toBe('unreachable');
    expect((await on('one', 'ip route show default')).output).toBe('');
  });

  it('see neither each other’s files nor processes, nor write to the root file system', async () => {
    await on('one', 'echo one >/etc/opsnotes-test; echo disk >/srv/disk/file');
    expect((await on('two', 'cat /etc/opsnotes-test')).status).toBe(1);
    expect((await on('two', 'ls /srv/disk')).output).toBe('');
    expect(existsSync(join(root, 'etc/opsnotes-test'))).toBe(false);
    expect((await on('one', 'ps -e --no-headers | wc -l')).output).toMatch(/^\d{1,2}$/);
    expect((await on('one', 'hostname')).output).toBe('one');
  });

  it('have the devices and folders that programs count on', async () => {
    const { output } = await on(
      'one',
      'stat --format "%a %n" /tmp /dev/shm; for file in null zero full random urandom tty fuse; do [ -c /dev/$file ] || echo no $file; done; df --output=target /srv/disk | tail -1; locale | grep ^LC_ALL',
    );
    expect(output.split('\n')).toEqual(['1777 /tmp', '1777 /dev/shm', '/srv/disk', 'LC_ALL=C.UTF-8']);
  });

  it.runIf(init === 'systemd')('are run by systemd', async () => {
    expect((await on('one', 'systemctl is-system-running')).output).toBe('running');
    expect((await on('one', 'systemd-run --wait --pipe --quiet echo from a unit')).output).toBe(
      'from a unit',
    );
  });
});

describe.runIf(LACKING.length === 0)('a sandbox', () => {
  it('leaves nothing behind if it does not start, and says why', async () => {
    const broken = Sandbox.open({ hosts: ['one'], root: '/no/such/root', disks: [], init: 'plain' });
    await expect(broken).rejects.toThrow(/did not start/);
    expect(remains()).toEqual([]);
  });

  it('leaves nothing behind if it is stopped while starting', async () => {
    const controller = new AbortController();
    controller.abort(new Error('stopped'));
    const stopped = Sandbox.open({
      hosts: ['one'],
      root: '/',
      disks: [],
      init: 'plain',
      signal: controller.signal,
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(remains()).toEqual([]);
  });

  it('kills what a host’s processes have left running', async () => {
    const sandbox = await Sandbox.open({ hosts: ['one'], root: '/', disks: [], init: 'plain' });
    const shell = new Shell(sandbox.shell('one', 'root'));
    await shell.run('setsid --fork sleep 987654 >/dev/null 2>&1');
    const find = () =>
      new Shell({ file: 'pgrep', args: () => ['-f', '^sleep 987654'], detached: true }).run('');
    // `setsid` doesn't wait until the other process has become `sleep`.
    await expect.poll(async () => (await find()).output).not.toBe('');
    // The check after every test would find such a process.
    expect(remains()).toContain((await find()).output.trim());
    await sandbox.close();
    expect((await find()).output).toBe('');
    expect(remains()).toEqual([]);
  });
});

it.runIf(LACKING.length > 0)(`cannot be made here, for want of ${LACKING.join(', ')}`, () => {
  expect(LACKING).not.toEqual([]);
});
