import { defineConfig } from 'astro/config';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { contentFolder } from './src/loaders/content-folder.ts';
import { loadSite } from './src/loaders/read-site.ts';
import { serveFiles } from './src/integrations/serve-files.ts';

const content = contentFolder();
const site = loadSite(content);

/** Each content folder has a cache of its own, so that builds of two of them don't mix. */
const cache = createHash('sha256').update(content).digest('hex').slice(0, 12);

const base = new URL(site.url).pathname;

export default defineConfig({
  site: site.url,
  base,
  trailingSlash: 'always',
  cacheDir: join('node_modules', '.cache', 'opsnotes', cache),
  compressHTML: true,
  // Several pages at a time, so that none waits until another is written.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  devToolbar: { enabled: false },
  // Editors complete frontmatter by the schemas that this writes into `.astro/collections/`.
  experimental: { contentIntellisense: true },
  integrations: [serveFiles(base)],
  // The articles' Markdown is ours from end to end (`src/markdown/`); Astro's own highlighting has nothing to do.
  markdown: { syntaxHighlight: false },
});
