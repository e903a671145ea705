import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { href, site, t, useSite } from './src/articles/site.ts';
import { cacheFolder } from './src/build/build-cache.ts';
import { contentSecurity } from './src/components/content-security.ts';
import { scriptTexts } from './src/integrations/script-texts.ts';
import { contentFolder } from './src/content/content-folder.ts';
import { loadSite } from './src/content/read-site.ts';
import { textFeatures } from './src/content/outline/features.ts';
import { contentReading } from './src/integrations/content-reading.ts';
import { editorNames } from './src/integrations/editor-names.ts';
import { lineEnds } from './src/integrations/line-ends.ts';
import { ownHashes } from './src/integrations/own-hashes.ts';
import { serveFiles } from './src/integrations/serve-files.ts';
import { storeOnDisk } from './src/integrations/store-on-disk.ts';
import { textFaults } from './src/integrations/text-faults.ts';
import { wholeScripts } from './src/integrations/whole-scripts.ts';
import { textPlugins } from './src/markdown/plugins.ts';

useSite(loadSite(contentFolder()));
const base = new URL(site.url).pathname;
const cacheDir = cacheFolder(contentFolder());

export default defineConfig({
  site: site.url,
  base,
  trailingSlash: 'always',
  cacheDir,
  compressHTML: true,
  integrations: [
    mdx({ optimize: true }),
    contentReading(),
    editorNames(),
    serveFiles(base),
    ownHashes(),
    textFaults(),
  ],
  markdown: {
    // Add your own plug-ins to this list, before or after ours.
    processor: satteri({ features: textFeatures(t), hastPlugins: [textPlugins({ href, t })] }),
    // Our plug-ins highlight blocks with Shiki, because they know about prompts and placeholders.
    syntaxHighlight: false,
  },
  // Render several pages at a time, so that none has to wait for another to be written.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  vite: {
    define: { SITE_SETTINGS: JSON.stringify(site), ...scriptTexts() },
    plugins: [lineEnds(), wholeScripts(base), storeOnDisk(cacheDir)],
    build: {
      // Scripts are files, which every policy with `script-src 'self'` allows, and which the next page finds in the cache.
      assetsInlineLimit: 0,
      // Astro writes such directives into the modules of texts with imports, and reads them itself.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  security: { csp: contentSecurity },
  devToolbar: { enabled: false },
  // Writes schemas to `.astro/collections/`, with which editors complete frontmatter.
  experimental: { contentIntellisense: process.env.OPSNOTES_COMMAND !== 'build' },
});
