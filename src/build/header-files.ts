import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { policyOf } from '../components/content-security.ts';
import { filesIn } from '../content/files-in.ts';

/** Sample server configurations, each with the part of the policy that needs no hash. */
const SAMPLES = ['_headers', 'nginx.conf', 'Caddyfile'] as const;

/**
 * Writes the files of `deploy/` with the complete policy of a built site: it adds the hashes of the scripts and styles on all
 * pages to what applies to every file. They belong to this build: with another one, browsers would block whatever is new.
 *
 * @param site the built site
 * @param folder the destination; it is created
 */
export function writeHeaderFiles(site: string, folder: string): void {
  const sources = sourcesOf(site);
  mkdirSync(folder, { recursive: true });
  for (const name of SAMPLES) {
    const sample = readFileSync(resolve('deploy', name), 'utf8');
    writeFileSync(join(folder, name), withSources(sample, sources));
  }
}

/** All scripts and styles allowed by the pages of a site, sorted. */
export function sourcesOf(site: string): { scripts: string[]; styles: string[]; styleAttributes: string[] } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const styleAttributes = new Set<string>();
  for (const name of filesIn(site).filter((path) => path.endsWith('.html'))) {
    const policy = policyOf(readFileSync(join(site, name), 'utf8'));
    for (const source of policy['script-src'] ?? []) scripts.add(source);
    for (const source of policy['style-src'] ?? []) styles.add(source);
    for (const source of policy['style-src-attr'] ?? []) styleAttributes.add(source);
  }
  return {
    scripts: [...scripts].sort(),
    styles: [...styles].sort(),
    styleAttributes: styleAttributes.size === 0 ? ["'none'"] : [...styleAttributes].sort(),
  };
}

/** Directives are in alphabetical order. */
function withSources(
  sample: string,
  { scripts, styles, styleAttributes }: ReturnType<typeof sourcesOf>,
): string {
  return sample
    .replace("connect-src 'self';", "connect-src 'self'; default-src 'none';")
    .replace('script-src-attr', () => `script-src ${scripts.join(' ')}; script-src-attr`)
    .replace(
      'worker-src',
      () => `style-src ${styles.join(' ')}; style-src-attr ${styleAttributes.join(' ')}; worker-src`,
    );
}
