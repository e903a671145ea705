import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from '../content/files-in.ts';
import { withoutMarks } from '../content/computed-part.ts';
import { blockedScripts, withOwnHashes } from '../components/content-security.ts';

/**
 * Limits each page's policy to the hashes of what is in that page. Astro puts those of the whole site into every page, so a
 * change to one component would change all pages, including those kept from the last build, and each page would be half a
 * kilobyte longer.
 *
 * Also removes the marks around what texts compute, which tell whose scripts there are.
 */
export function ownHashes(): AstroIntegration {
  return {
    name: 'opsnotes-own-hashes',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pages = filesIn(folder).filter((name) => name.endsWith('.html'));
        const blocked: Blocked[] = [];
        // One after another: all pages of a large site don't fit into memory.
        for (const name of pages)
          for (const [hash, text] of blockedScripts(settle(join(folder, name))))
            blocked.push({ page: name, hash, text });
        for (const warning of warnings(blocked)) logger.warn(warning);
      },
    },
  };
}

/** An inline script that a page's policy doesn't let run. */
interface Blocked {
  page: string;
  hash: string;
  text: string;
}

/**
 * One warning for each script, with the first page that has it. Such a script isn't allowed unasked: in the finished page, nothing
 * tells one that a page's author wrote from one that got into it with content.
 */
function warnings(blocked: readonly Blocked[]): string[] {
  const byHash = Map.groupBy(
    blocked.toSorted((a, b) => (a.page < b.page ? -1 : 1)),
    ({ hash }) => hash,
  );
  return [...byHash].map(([hash, [first, ...others]]) => {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    const start = first!.text.trim().replace(/\s+/g, ' ').slice(0, 60);
    return (
      `The policy of ${first!.page}${more} doesn't let the inline script \`${start}\` run. ` +
      'Use a `<script>` without `is:inline` and `define:vars`, and pass values in `data-` attributes; ' +
      `or allow this one in the page: \`Astro.csp?.insertScriptHash('${hash}')\`.`
    );
  });
}

function settle(file: string): string {
  const html = readFileSync(file, 'utf8');
  const settled = withoutMarks(withOwnHashes(html));
  if (settled !== html) writeFileSync(file, settled);
  return settled;
}
