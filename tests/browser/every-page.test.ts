import { describe } from 'vitest';
import { SITES } from '../site/build-sites.ts';
import { isList, readablePages } from '../site/built-files.ts';
import { testPages } from './phone-pages.ts';

describe.each(SITES)('no page of "%s" on a phone', (site) => {
  // Our own many lists are opened nightly; the other sites have one of each kind.
  testPages(site, () => readablePages(site).filter((path) => site !== 'own' || !isList(path)));
});
