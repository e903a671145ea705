import { defineConfig } from 'astro/config';
import { cacheFolder } from './src/build/build-cache.ts';
import { contentFolder } from './src/content/content-folder.ts';
import { site } from './src/articles/site.ts';
import { serveFiles } from './src/integrations/serve-files.ts';
import { wholeScripts } from './src/integrations/whole-scripts.ts';
import { scriptTexts } from './src/components/script-texts.ts';

const base = new URL(site.url).pathname;

export default defineConfig({
  site: site.url,
  base,
  trailingSlash: 'always',
  cacheDir: cacheFolder(contentFolder()),
  compressHTML: true,
  // Several pages at a time, so that none waits until another is written.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  vite: {
    define: scriptTexts(),
    plugins: [wholeScripts(base)],
    // Scripts are in the pages: with all of them, most articles still arrive with the first packets of a connection.
    build: { assetsInlineLimit: 8192 },
  },
  devToolbar: { enabled: false },
  // Editors complete frontmatter by the schemas that this writes into `.astro/collections/`.
  experimental: { contentIntellisense: process.env.OPSNOTES_COMMAND !== 'build' },
  integrations: [serveFiles(base)],
  // The articles' Markdown is ours from end to end (`src/markdown/`); Astro's own highlighting has nothing to do.
  markdown: { syntaxHighlight: false },
});
