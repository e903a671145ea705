import type { TestProject } from 'vitest/node';
import { serveFolder, type RunningServer } from '../../src/cli/serve-folder.ts';
import buildSites, { BASES, SITES, type SiteName } from '../site/build-sites.ts';
import { startBrowserServer } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where each site is served, with a trailing slash. */
    addresses: Record<SiteName, string>;
    /** Where the shared browser of all test files listens. */
    browser: string;
  }
}

/**
 * Vitest's global setup for the browser tests: builds and serves the sites and starts a browser. The teardown stops
 * them all.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildSites(project);
  const sites = project.getProvidedContext().sites;
  const browser = await startBrowserServer();
  const servers = await Promise.all(
    SITES.map(async (name) => {
      const server = await serveFolder(sites[name], { base: BASES[name] });
      return [name, server] as [SiteName, RunningServer];
    }),
  );
  project.provide('browser', browser.wsEndpoint());
  project.provide(
    'addresses',
    Object.fromEntries(servers.map(([name, { address }]) => [name, address])) as Record<SiteName, string>,
  );
  return async () => {
    await browser.close();
    await Promise.all(servers.map(([, server]) => server.close()));
  };
}
