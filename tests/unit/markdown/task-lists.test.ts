import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { evaluateMdx } from '../../../src/markdown/evaluate.ts';
import { dictionary } from '../../../src/i18n/dictionary.ts';
import { nameTasks } from '../../../src/markdown/task-lists.ts';

async function names(mdx: string): Promise<(string | undefined)[]> {
  const tree: Root = await evaluateMdx(mdx, dictionary('en'));
  nameTasks(tree);
  return [...toHtml(tree).matchAll(/<input[^>]*?(?:aria-label="([^"]*)")?>/g)].map((match) => match[1]);
}

it('a task in a tight list is named by its text', async () => {
  expect(await names('- [ ] Stop the timer\n- [x] Look at `journalctl`\n')).toEqual([
    'Stop the timer',
    'Look at journalctl',
  ]);
});

it('a task in a loose list is named by its first line', async () => {
  expect(await names('- [ ] One\n\n  More of it.\n\n- [ ] Two\n')).toEqual(['One', 'Two']);
});
