import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/run/person.ts';
import { thisMachine } from '../../../src/run/places.ts';
import { runPlan, type RunArticleOptions } from '../../../src/run/runner.ts';
import { aPlan, session } from './a-plan.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsnotes-runner-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A person who gives certain answers, in order, and then leaves; and what they saw. */
function aPerson(answers: readonly string[], edited = ''): Person & { seen: () => string } {
  const [left, lines]: [string[], string[]] = [[...answers], []];
  const see = (text: string): void => {
    lines.push(text);
  };
  return {
    present: answers.length > 0,
    show: see,
    hear: see,
    warn: (text) => {
      see(`! ${text}`);
    },
    choose: (question) => {
      see(question);
      return Promise.resolve(left.shift());
    },
    edit: () => Promise.resolve(edited),
    seen: () => lines.join('\n'),
  };
}

function run(mdx: string, person: Person, options: Partial<RunArticleOptions> = {}, hosts = ['a', 'b']) {
  return runPlan(aPlan(mdx.replaceAll('DIR', folder), hosts), {
    hosts: thisMachine(),
    values: {},
    here: ['a'],
    from: 1,
    yes: false,
    yesDestroy: false,
    person,
    terminal: false,
    backupEnding: '.before',
    signal: new AbortController().signal,
    ...options,
  });
}

const files = (): string[] => readdirSync(folder).sort();

describe('a run', () => {
  it('runs each step after it was allowed, in one shell', async () => {
    const person = aPerson(['r', 'r']);
    const end = await run(session('$ cd DIR\n$ touch one; echo done\ndone'), person);
    expect(end).toEqual({ kind: 'done', skipped: 0 });
    expect(files()).toEqual(['one']);
    expect(person.seen()).toMatch(/1\. a\n\$ cd [^]*done/);
  });

  it.each([
    ['s', { kind: 'done', skipped: 1 }, []],
    ['q', { kind: 'quit' }, []],
    ['e', { kind: 'done', skipped: 0 }, ['edited']],
  ])('answers %s', async (answer, end, made) => {
    const person = aPerson([answer], `touch ${folder}/edited`);
    expect(await run(session('$ touch DIR/as-written'), person)).toMatchObject(end);
    expect(files()).toEqual(made);
  });

  it('stops at the first difference, and says which', async () => {
    const end = await run(session('$ echo got\nwanted\n$ touch DIR/after'), aPerson([]), { yes: true });
    expect(end).toMatchObject({
      kind: 'failed',
      at: { number: 1 },
      why: 'Unexpected `got` in line 1 of the output, expected `wanted`.',
    });
    expect(files()).toEqual([]);
  });

  it('can be continued later', async () => {
    expect(
      await run(session('$ false\n$ touch DIR/after'), aPerson([]), { yes: true, from: 2 }),
    ).toMatchObject({
      kind: 'done',
    });
    expect(files()).toEqual(['after']);
  });

  it('asks nobody if nobody is there', async () => {
    expect(await run(session('$ touch DIR/one'), aPerson([]))).toMatchObject({
      kind: 'unasked',
      at: { number: 1 },
    });
    expect(files()).toEqual([]);
  });

  it('waits for other hosts’ steps, once for each group', async () => {
    const mdx = session('$ touch DIR/one\n') + session('$ x\n$ y', 'host="b"') + session('$ touch DIR/two');
    const person = aPerson(['r', 'y', 'r']);
    expect(await run(mdx, person)).toMatchObject({ kind: 'done' });
    expect(person.seen().match(/Do this on b first/g)).toHaveLength(1);
    expect(files()).toEqual(['one', 'two']);
    expect(await run(mdx, aPerson([]), { yes: true })).toMatchObject({ kind: 'unasked', at: { number: 2 } });
  });

  it('leaves steps at another prompt to a person', async () => {
    const mdx = session('mysql> DROP DATABASE a;', 'host="a" prompt="mysql> "');
    expect(await run(mdx, aPerson([]), { yes: true })).toMatchObject({ kind: 'unasked' });
    expect(await run(mdx, aPerson(['y']), { yes: true })).toEqual({ kind: 'done', skipped: 1 });
  });
});

describe('a step that can hurt', () => {
  const mdx = session('$ rm -rf /srv/opsnotes-no-such-folder\n$ touch DIR/after');

  it('is not covered by --yes', async () => {
    expect(await run(mdx, aPerson([]), { yes: true })).toMatchObject({ kind: 'unasked', at: { number: 1 } });
    expect(files()).toEqual([]);
  });

  it('is confirmed even with --yes, with its reason shown', async () => {
    const person = aPerson(['r']);
    expect(await run(mdx, person, { yes: true })).toMatchObject({ kind: 'done' });
    expect(person.seen()).toMatch(/^! /m);
  });

  it('is run with --yes-destroy', async () => {
    expect(await run(mdx, aPerson([]), { yes: true, yesDestroy: true })).toMatchObject({ kind: 'done' });
    expect(files()).toEqual(['after']);
  });
});

describe('a listing', () => {
  const mdx = '```text file="DIR/file" host="a"\nnew {{word}}\n```\n\n';
  const appended = '```text file="DIR/file" append host="a"\nnew\n```\n\n';

  it('is shown as a change, and the file is kept', async () => {
    writeFileSync(join(folder, 'file'), 'old\n');
    const person = aPerson(['r']);
    expect(await run(mdx, person, { values: { word: 'text' } })).toMatchObject({ kind: 'done' });
    expect(person.seen()).toMatch(/-old\n\+new text/);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('new text\n');
    expect(readFileSync(join(folder, 'file.before'), 'utf8')).toBe('old\n');
  });

  it('for the same file as another keeps the copy from before the first', async () => {
    writeFileSync(join(folder, 'file'), 'old\n');
    await run(`${mdx}${appended}`, aPerson(['r', 'r']), { values: { word: 'text' } });
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('new text\nnew\n');
    expect(readFileSync(join(folder, 'file.before'), 'utf8')).toBe('old\n');
  });

  it('is skipped if it is already there', async () => {
    writeFileSync(join(folder, 'file'), 'first\nnew\nlast\n');
    const person = aPerson([]);
    expect(await run(appended, person)).toMatchObject({ kind: 'done' });
    expect(person.seen()).toContain('already as it should be');
    expect(files()).toEqual(['file']);
  });

  it('is appended on a new line', async () => {
    writeFileSync(join(folder, 'file'), 'no end');
    await run(appended, aPerson(['r']));
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('no end\nnew\n');
  });

  it('may contain anything that a shell would act on', async () => {
    const text = '$HOME `id` \\ \'a\' "b" !x\nEND_OF_TEXT\n  $(x)';
    await run(`\`\`\`text file="DIR/file" host="a"\n${text}\n\`\`\`\n`, aPerson(['r']));
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe(`${text}\n`);
  });
});
