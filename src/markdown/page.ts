import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Dictionary } from '../i18n/dictionary.ts';
import { resolveAddresses, type Place } from './addresses.ts';
import { labelCallouts } from './callouts.ts';
import { evaluateMdx } from './evaluate.ts';
import { anchorHeadings } from './headings.ts';
import type { Outline } from '../content/outline/outline.ts';
import { drawBlocks } from './page-blocks.ts';
import { sizePictures } from './pictures.ts';
import { nameTasks } from './task-lists.ts';
import { scrollTables } from './tables.ts';

/** An article's or page's MDX and where it will stand. */
export interface PageText extends Place {
  mdx: string;
  outline: Outline;
  /** The names of its hosts, in the order that gives them their colours. */
  hosts: readonly string[];
}

/** MDX → the HTML of a page's text. */
export async function pageHtml(text: PageText, t: Dictionary): Promise<string> {
  const tree: Root = await evaluateMdx(text.mdx, t);
  await sizePictures(tree, text.file);
  anchorHeadings(tree, text.outline.headings);
  resolveAddresses(tree, text);
  labelCallouts(tree, t);
  nameTasks(tree);
  scrollTables(tree, t.scrollable);
  // Last, for a drawn block is hundreds of elements, through which each of the others would have to go.
  await drawBlocks(tree, text, t);
  return toHtml(tree);
}
