import { join, resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import type { LoaderContext } from 'astro/loaders';
import { withoutFrontmatter } from '../../../src/content/frontmatter.ts';
import { textFeatures } from '../../../src/content/outline/features.ts';
import { readyHtml } from '../../../src/content/ready-html.ts';
import { dictionary } from '../../../src/i18n/dictionary.ts';
import { textPlugins } from '../../../src/markdown/plugins.ts';

/** What a test says about a text's place. */
interface TextPlace {
  file?: string;
  hosts?: string[];
  locale?: 'en' | 'ru';
  base?: string;
}

const CONTENT = resolve('tests/fixtures/sites/small');

/** An article's file of the small site. */
export const FILE = join(CONTENT, 'articles/copy-times/index.mdx');

/** Renders MDX with all of our plug-ins, as a build does; undefined if it has to be computed. */
export async function readyHtmlOf(mdx: string, place: TextPlace = {}): Promise<string | undefined> {
  const { file = FILE, hosts = [], locale = 'en', base = '' } = place;
  const t = dictionary(locale);
  const hastPlugins = [textPlugins({ href: (path) => base + path, t })];
  const processor = satteri({ features: textFeatures(t), hastPlugins });
  const markdown = { processor, syntaxHighlight: false, gfm: true, smartypants: true };
  const config = { markdown, srcDir: new URL('file:///src/') } as unknown as LoaderContext['config'];
  process.env['OPSNOTES_CONTENT'] = CONTENT;
  try {
    return await readyHtml(withoutFrontmatter(mdx), file, { hosts }, config);
  } finally {
    delete process.env['OPSNOTES_CONTENT'];
  }
}

/** The same for a text that computes nothing. */
export async function renderedHtml(mdx: string, place?: TextPlace): Promise<string> {
  const html = await readyHtmlOf(mdx, place);
  if (html === undefined)
    throw new Error('Unexpected text that computes something, expected nothing but HTML.');
  return html;
}
