import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './a-verification.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsnotes-test-'));
  mkdirSync(join(folder, 'articles'));
  mkdirSync(join(folder, 'tags'));
  writeFileSync(join(folder, 'tags/linux.yaml'), 'label: Linux\ndescription: Linux.\n');
  writeFileSync(join(folder, 'articles/here.mdx'), ARTICLE.replaceAll('DIR', folder));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const ARTICLE = `---
kind: guide
title: Here
description: Here.
published: 2026-11-28
tags: [linux]
hosts: [one, two]
placeholders:
  word: { label: A word, example: abc }
---

\`\`\`console host="one"
$ cd DIR && mkdir made
$ echo {{word}} >made/{{word}}; hostname >/dev/null; cat made/{{word}}
{{word}}
\`\`\`

\`\`\`console host="two"
$ ls DIR/made
{{word}}
$ echo got
wanted
\`\`\`
`;

const runArticle = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  run('src/cli/run.ts', args, {
    OPSNOTES_CONTENT: folder,
    XDG_STATE_HOME: join(folder, 'state'),
    ...environment,
  });

describe('npm run run', () => {
  it('runs the steps of this host, keeps a transcript, and says how to continue', async () => {
    const { status, stdout, stderr } = await runArticle([
      'here',
      '--host',
      'one',
      '--set',
      'word=x',
      '--yes',
    ]);
    expect(readdirSync(join(folder, 'made'))).toEqual(['x']);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'Stopped before step 3: it waits for two. npm run run -- here --host one --set word=x --yes --from 3 continues',
    );
    const transcripts = join(folder, 'state/opsnotes/transcripts');
    const [name] = readdirSync(transcripts);
    expect(stdout).toContain(join(transcripts, name!));
    expect(readFileSync(join(transcripts, name!), 'utf8')).toMatch(/^\$ echo x >made[^]*^x$/m);
    expect(statSync(join(transcripts, name!)).mode & 0o077).toBe(0);
  });

  it('shows the plan and does nothing with --dry-run', async () => {
    const { status, stdout } = await runArticle(['here', '--host', 'one', '--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1\. one\n {3}\$ cd [^]*^3\. two, not here/m);
    expect(readdirSync(folder).sort()).toEqual(['articles', 'tags']);
  });

  it.each([
    ['no host of several', ['here'], /--host with one of one, two/],
    ['a host that is missing', ['here', '--host', 'tow'], /Unexpected host `tow`[^]*Did you mean `two`/],
    ['a value that is missing', ['here', '--host', 'one'], /--set word=VALUE: A word/],
    [
      'a value that a shell acts on',
      ['here', '--host', 'one', '--set', 'word=a;b'],
      /nothing that a shell acts on/,
    ],
    ['a value of no placeholder', ['here', '--host', 'one', '--set', 'wrod=a'], /Unexpected value `wrod`/],
    ['a step that is not there', ['here', '--host', 'one', '--from', '9'], /from 1 to 4/],
    ['another way to run it over', ['here', '--over', 'telnet'], /expected ssh/],
    ['an article that is not there', ['her'], /Did you mean `here`/],
  ])('reports %s with status 2', async (_what, args, message) => {
    const { status, stderr } = await runArticle(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('npm run run -- --over ssh', () => {
  /** A client that prints its destination, and runs the command here. */
  const withClient = (): NodeJS.ProcessEnv => {
    const client = join(folder, 'ssh');
    writeFileSync(client, `#!/bin/sh\necho "$2" >>${folder}/sent\nexec sh -c "$3"\n`);
    chmodSync(client, 0o755);
    return { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
  };

  it('runs each host’s steps on that host, through the person’s own client', async () => {
    const args = ['here', '--over', 'ssh', '--at', 'two=root@192.0.2.2', '--set', 'word=x', '--yes'];
    const { status, stderr } = await runArticle(args, withClient());
    expect(readFileSync(join(folder, 'sent'), 'utf8')).toBe('one\nroot@192.0.2.2\n');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /here\.mdx:\d+ {2}\S*failed-step\S* {2}Unexpected `got` in line 1 of the output, expected `wanted`\. On two\./,
    );
  });

  it('reports a host that cannot be reached', async () => {
    const client = join(folder, 'ssh');
    writeFileSync(
      client,
      '#!/bin/sh\necho "ssh: connect to host one port 22: No route to host" >&2\nexit 255\n',
    );
    chmodSync(client, 0o755);
    const { status, stdout, stderr } = await runArticle(
      ['here', '--over', 'ssh', '--set', 'word=x', '--yes'],
      {
        PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
      },
    );
    expect(status).toBe(1);
    expect(stdout).toContain('No route to host');
    expect(stderr).toContain('Unexpected exit status 255, expected 0. On one.');
  });
});
