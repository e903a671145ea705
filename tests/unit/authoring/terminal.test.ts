import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { checkFolder } from '../../../src/checks/folder.ts';
import { aFolder, filesOf, item, rss } from '../import/an-import.ts';
import { KEYS, NO_TERMINAL, Terminal } from './a-terminal.ts';

const { enter, tab, ctrlC, ctrlD } = KEYS;

const FILES = {
  'tags/linux.yaml': 'label: Linux\ndescription: The system.\n',
  'tags/storage.yaml': 'label: Storage\ndescription: Disks.\n',
  'sources/a-blog.yaml': 'name: A blog\nauthor: Anna\nurl: https://a.example\n',
};

describe('On a terminal', () => {
  beforeEach(({ skip }) => {
    skip(NO_TERMINAL !== undefined, NO_TERMINAL);
  });

  it('`npm run new` asks for everything, completes tags and sources, and asks again after a wrong answer', async () => {
    const folder = aFolder(FILES);
    const terminal = new Terminal('new', [], folder);
    await terminal.sees('Kind: conference, guide, benchmark, note (note): ');
    terminal.press(`essay${enter}`);
    await terminal.sees('Unexpected kind `essay`, expected one of conference, guide, benchmark, note.');
    await terminal.sees('(note): ');
    terminal.press(`g${tab}`);
    await terminal.sees('guide');
    terminal.press(enter);
    await terminal.sees('Title: ');
    terminal.press(enter);
    await terminal.sees('A title needs at least one letter.');
    await terminal.sees('Title: ');
    terminal.press(`Replace a disk${enter}`);
    await terminal.sees('Tab completes (none): ');
    terminal.press(`linux, sto${tab}`);
    await terminal.sees('linux, storage');
    terminal.press(enter);
    await terminal.sees('Source it draws on, if any (none): ');
    terminal.press(`b-blog${enter}`);
    await terminal.sees('There are: a-blog.');
    await terminal.sees('(none): ');
    terminal.press(`a${tab}`);
    await terminal.sees('a-blog');
    terminal.press(enter);
    await terminal.sees('(notes-on): ');
    terminal.press(enter);
    const { status, rest } = await terminal.end();
    expect([status, rest.trim()]).toEqual([0, join(folder, 'articles/replace-a-disk.mdx')]);
    const text = filesOf(folder)['articles/replace-a-disk.mdx'];
    expect(text).toContain('kind: guide\ntitle: Replace a disk\n');
    expect(text).toContain('tags: [linux, storage]\n');
    expect(text).toContain('  source: a-blog\n  relation: notes-on\n');
    expect((await checkFolder(folder)).faults).toEqual([]);
  });

  it('`npm run new` asks for another title if there is already an article of that name', async () => {
    const folder = aFolder({ 'articles/a-disk.mdx': 'x' });
    const terminal = new Terminal('new', ['note'], folder);
    await terminal.sees('Title: ');
    terminal.press(`A disk${enter}`);
    await terminal.sees('a-disk.mdx already exists.');
    await terminal.sees('Title: ');
    terminal.press(`Another disk${enter}`);
    await terminal.sees('(none): ');
    terminal.press(enter);
    expect((await terminal.end()).status).toBe(0);
    expect(Object.keys(filesOf(folder))).toContain('articles/another-disk.mdx');
    expect(filesOf(folder)['articles/a-disk.mdx']).toBe('x');
  });

  it('`npm run init` proposes answers, asks again, and prints commands that can be pasted', async () => {
    const folder = join(aFolder(), 'it’s my notes');
    const terminal = new Terminal('init', [folder], '');
    await terminal.sees('Title (Our notes): ');
    terminal.press(enter);
    await terminal.sees('Address (https://notes.example.org/): ');
    terminal.press(`nowhere${enter}`);
    await terminal.sees('Expected an address such as https://notes.example.org/.');
    await terminal.sees('(https://notes.example.org/): ');
    terminal.press(enter);
    await terminal.sees('Who runs it (');
    await terminal.sees('): ');
    terminal.press(`Anna${enter}`);
    await terminal.sees('(CC BY-SA 4.0): ');
    terminal.press(`mine${enter}`);
    await terminal.sees('or a name and its URL.');
    await terminal.sees('(CC BY-SA 4.0): ');
    terminal.press(enter);
    await terminal.sees('(en): ');
    terminal.press(`xx${enter}`);
    await terminal.sees('Expected one of en, ru.');
    await terminal.sees('(en): ');
    terminal.press(enter);
    const { status, rest } = await terminal.end();
    expect(status).toBe(0);
    expect(rest).toContain(`OPSNOTES_CONTENT='${folder}' npm start\n`);
    expect(rest).toContain(`OPSNOTES_CONTENT='${folder}' npm run import -- export.xml\n`);
    expect(filesOf(folder)['site.yaml']).toMatch(/^title: Our notes\n/m);
    expect((await checkFolder(folder)).faults).toEqual([]);
  });

  it.each([
    ['Ctrl-C', ctrlC],
    ['Ctrl-D', ctrlD],
  ])('%s at any question ends the program, and nothing is written', async (_, key) => {
    const answers: [question: string, answer: string][] = [
      ['(note): ', 'note'],
      ['Title: ', 'A disk'],
      ['Tab completes (none): ', 'new-tag'],
      ['if any (none): ', 'a-blog'],
      ['(notes-on): ', ''],
    ];
    for (const [count] of answers.entries()) {
      const folder = aFolder(FILES);
      const terminal = new Terminal('new', [], folder);
      for (const [question, answer] of answers.slice(0, count)) {
        await terminal.sees(question);
        terminal.press(answer + enter);
      }
      await terminal.sees(answers[count]![0]);
      terminal.press(key);
      const { status, rest } = await terminal.end();
      expect([count, status, rest.trim()]).toEqual([count, 130, 'Stopped. Nothing was written.']);
      expect(filesOf(folder)).toEqual(FILES);
    }
    const base = join(aFolder(), 'notes');
    const terminal = new Terminal('init', [base], '');
    await terminal.sees('Title (Our notes): ');
    terminal.press(key);
    expect(await terminal.end()).toMatchObject({ status: 130 });
    expect(filesOf(base)).toEqual({});
  });

  it('`npm run import` shows how far it is, and Ctrl-C ends it between two articles', async () => {
    const count = 3000;
    const items = Array.from({ length: count }, (_, number) =>
      item(`<p>Text ${number}.</p>`).replaceAll('post/', `${number}/`).replace('?p=1', `?p=${number}`),
    );
    const feed = join(aFolder({ 'feed.xml': rss(items.join('')) }), 'feed.xml');
    const folder = aFolder();
    const terminal = new Terminal('import', [feed], folder);
    await terminal.sees(`/${count}  Post`);
    terminal.press(ctrlC);
    const { status, rest } = await terminal.end();
    expect(rest).toMatch(/Stopped\. What has been imported is complete; [^\n]*\n$/);
    expect(status).toBe(130);
    const texts = Object.entries(filesOf(folder)).filter(([path]) => path.startsWith('articles/'));
    expect(texts.length).toBeLessThan(count);
    for (const [, text] of texts) expect(text).toMatch(/^---\n[^]*\n---\n\nText \d+\.\n$/);
    expect((await checkFolder(folder)).faults).toEqual([]);
  });
});

describe('Without a terminal', () => {
  it.each([
    ['new', ['note'], 2],
    ['init', ['FOLDER'], 0],
    ['import', [], 2],
  ] as const)('`npm run %s` asks nothing, even if its input never ends', async (command, words, status) => {
    const folder = aFolder();
    const child = spawn(
      process.execPath,
      [
        resolve(`src/cli/${command}.ts`),
        ...words.map((word) => word.replace('FOLDER', join(folder, 'notes'))),
      ],
      { env: { ...process.env, OPSNOTES_CONTENT: folder }, stdio: ['pipe', 'ignore', 'ignore'] },
    );
    onTestFinished(() => void child.kill());
    expect(await new Promise((done) => child.once('exit', done))).toBe(status);
  });
});
