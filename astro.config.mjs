import { defineConfig } from 'astro/config';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { contentFolder } from './src/loaders/content-folder.ts';
import { loadSite } from './src/loaders/read-site.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { wholeScripts } from './src/integrations/whole-scripts.ts';
import { scriptTexts } from './src/components/script-texts.ts';

const content = contentFolder();
const site = loadSite(content);
const base = new URL(site.url).pathname;

/** Each content folder has a cache of its own, so that builds of two of them don't mix. */
const cache = createHash('sha256').update(content).digest('hex').slice(0, 12);

export default defineConfig({
  site: site.url,
  base,
  trailingSlash: 'always',
  cacheDir: join('node_modules', '.cache', 'opsnotes', cache),
  compressHTML: true,
  build: { inlineStylesheets: 'always' },
  vite: {
    define: scriptTexts(),
    plugins: [wholeScripts(base)],
    // Scripts are in the pages: with all of them, most articles still arrive with the first packets of a connection.
    build: { assetsInlineLimit: 8192 },
  },
  devToolbar: { enabled: false },
  // Editors complete frontmatter by the schemas that this writes into `.astro/collections/`.
  experimental: { contentIntellisense: true },
  integrations: [searchIndex(content)],
  // The articles' Markdown is ours from end to end (`src/markdown/`); Astro's own highlighting has nothing to do.
  markdown: { syntaxHighlight: false },
});
