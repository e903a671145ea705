import { useSite } from '../src/articles/site.ts';
import { contentFolder } from '../src/content/content-folder.ts';
import { loadSite } from '../src/content/read-site.ts';

/** Vitest's set-up: modules under test belong to our own site. */
useSite(loadSite(contentFolder()));
