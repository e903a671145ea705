import { afterEach, expect, it, vi } from 'vitest';
import { reportUnexpected } from '../../../src/cli/unexpected.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function saidAbout(cause: unknown, status = 70): string {
  const print = vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.spyOn(process, 'exit').mockImplementation((status) => {
    throw new Error(`ended with ${status}`);
  });
  expect(() => reportUnexpected(new Error('while rendering', { cause }))).toThrow(`ended with ${status}`);
  return print.mock.calls.flat().join('\n');
}

it('calls an error a bug in Opsnotes', () => {
  expect(saidAbout(new TypeError('a'))).toBe(
    'Unexpected error, expected none: while rendering: a.\nThis is a bug in Opsnotes. Set OPSNOTES_DEBUG=1 to print details for a report.',
  );
});

it.each([
  Object.assign(new Error('a'), { type: 'AstroError' }),
  Object.assign(new Error('a'), { stack: 'Error: a\n    at f (file:///n/node_modules/astro/dist/a.js:1:1)' }),
])('but not one that Astro has thrown', (error) => {
  expect(saidAbout(error)).toMatch(/: a\.\nAstro says so\. If you have added a page, /);
});

it.each([
  "EACCES: permission denied, mkdir '/srv/notes/node_modules/.cache'",
  'ENOSPC: no space left on device, write',
  "EROFS: read-only file system, open '/srv/notes/dist/index.html'",
])('nor one that the system is the cause of: %s', (message) => {
  expect(saidAbout(new Error(message), 75)).toBe(
    `Unexpected refusal of the system, expected none: while rendering: ${message}.\nCheck the permissions and the free space there.`,
  );
});
