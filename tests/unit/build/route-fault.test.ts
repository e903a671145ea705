import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { routeFault } from '../../../src/build/route-fault.ts';

const ROUTES = [
  { entrypoint: 'src/pages/data.json.ts', patternRegex: /^\/data\.json\/?$/, params: [] },
  { entrypoint: 'src/pages/teams/[team].astro', patternRegex: /^\/teams\/([^/]+?)\/$/, params: ['team'] },
  { entrypoint: 'src/pages/old/[team].astro', patternRegex: /^\/old\/([^/]+?)\/$/, params: ['team'] },
  { entrypoint: 'node_modules/a/image.js', patternRegex: /^\/_image$/, params: [], isPrerendered: false },
  { entrypoint: 'src/pages/live.astro', patternRegex: /^\/live\/$/, params: [], isPrerendered: false },
  { entrypoint: 'src/pages/[...alias].astro', patternRegex: /^(?:\/(.*?))?\/$/, params: ['...alias'] },
];

it.each([
  ['No response', '/data.json', 'src/pages/data.json.ts', undefined],
  ['No response', '/teams/a', 'src/pages/teams/[team].astro', undefined],
  [
    'Missing parameter: team',
    undefined,
    'src/pages/teams/[team].astro',
    'It may also come from src/pages/old/[team].astro.',
  ],
  ['Cannot use server-rendered pages without an adapter. See', undefined, 'src/pages/live.astro', undefined],
])('finds the page that an error comes from: %s', (message, path, file, hint) => {
  const fault = routeFault(new Error(message), ROUTES, path);
  expect(fault).toEqual({
    file: resolve(file),
    line: 1,
    code: 'page-render',
    message: `Unexpected error in a page, expected it to render: ${message}.`,
    hint,
  });
});

it('names no page without a reason', () => {
  expect(routeFault(new Error('No response'), ROUTES)).toBeUndefined();
  expect(routeFault(new Error('No response'), ROUTES.slice(0, -1), '/a.json')).toBeUndefined();
});
