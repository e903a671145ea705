import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from '../content/files-in.ts';
import { withOwnHashes } from '../components/content-security.ts';

/**
 * Limits each page's policy to the hashes of what is in that page. Astro puts those of the whole site into every page, so a
 * change to one component would change all pages, including those kept from the last build, and each page would be half a
 * kilobyte longer.
 */
export function ownHashes(): AstroIntegration {
  return {
    name: 'opsnotes-own-hashes',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const pages = filesIn(folder).filter((name) => name.endsWith('.html'));
        await Promise.all(pages.map((name) => settle(join(folder, name))));
      },
    },
  };
}

async function settle(file: string): Promise<void> {
  const html = await readFile(file, 'utf8');
  const settled = withOwnHashes(html);
  if (settled !== html) await writeFile(file, settled);
}
