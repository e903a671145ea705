import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { BASH, driver } from '../../../src/run/driver.ts';
import { Shell } from '../../../src/run/shell.ts';

const shells: Shell[] = [];
const aShell = (): Shell => {
  const [file, ...before] = BASH;
  const shell = new Shell({ file, args: (mark) => [...before, driver(mark)], detached: true });
  shells.push(shell);
  return shell;
};
afterEach(() => {
  for (const shell of shells.splice(0)) shell.kill();
});

describe('a shell', () => {
  it('keeps directory, variables and status from one command to the next', async () => {
    const shell = aShell();
    await shell.run('cd /usr; word=kept; (exit 3)');
    expect(await shell.run('echo "$? $word"; pwd')).toEqual({ output: '3 kept\n/usr\n', status: 0 });
  });

  it('passes on output and errors in order, as they arrive', async () => {
    const heard: string[] = [];
    const command = 'echo one; echo two >&2; printf "drei\\0é"; false';
    const ran = await aShell().run(command, { onOutput: (text) => heard.push(text) });
    expect(ran).toEqual({ output: 'one\ntwo\ndrei\0é', status: 1 });
    expect(heard.join('')).toBe(ran.output);
  });

  it('gives commands no input', async () => {
    expect(await aShell().run('cat; read word || echo none')).toEqual({ output: 'none\n', status: 0 });
  });

  it('does not wait for background processes', async () => {
    const shell = aShell();
    await shell.run('(sleep 0.2; echo late) &');
    expect(await shell.run('wait; echo after')).toEqual({ output: 'late\nafter\n', status: 0 });
  });

  it('accepts a here-document, several lines and a syntax error', async () => {
    const shell = aShell();
    expect(await shell.run("cat <<'END'\n$word\nEND\necho 'two\nlines'")).toEqual({
      output: '$word\ntwo\nlines\n',
      status: 0,
    });
    expect((await shell.run('if')).status).not.toBe(0);
    expect(await shell.run('echo alive')).toEqual({ output: 'alive\n', status: 0 });
  });

  it('does not show commands in the list of processes', async () => {
    const { output } = await aShell().run('tr "\\0" " " <"/proc/$$/cmdline" # a-word-of-ours');
    expect(output).not.toContain('a-word-of-ours');
  });

  it('reports the status with which it ended, even if something keeps its output open', async () => {
    const shell = aShell();
    expect(await shell.run('sleep 5 & echo bye; exit 7')).toEqual({ output: 'bye\n', status: 7 });
    expect(shell.alive).toBe(false);
  });

  it('is killed with everything in it if a command takes too long', async () => {
    const shell = aShell();
    const { output, status } = await shell.run('sh -c "echo $$; exec sleep 100" & echo $!; wait', {
      timeout: 0.3,
    });
    expect(status).toBeUndefined();
    expect(shell.alive).toBe(false);
    const child = Number(output.split('\n')[0]);
    await expect.poll(() => isRunning(child)).toBe(false);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const running = aShell().run('echo go; sleep 100', {
      signal: controller.signal,
      onOutput: () => {
        controller.abort(new Error('stopped'));
      },
    });
    await expect(running).rejects.toThrow('stopped');
  });

  it('reports that no shell can be started', async () => {
    const shell = new Shell({ file: '/no/such/program', args: () => [], detached: true });
    expect(await shell.run('true')).toMatchObject({ status: 127 });
  });
});

/** A process that hasn't been reaped yet doesn't run any more. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
