import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentFolder } from '../../../src/content/content-folder.ts';
import { contentReading } from '../../../src/integrations/content-reading.ts';

type Setup = NonNullable<ReturnType<typeof contentReading>['hooks']['astro:server:setup']>;

type Middleware = (request: unknown, response: unknown, next: () => void) => void;

/** Sets the dev server up with a watcher; what happens is noted. */
async function setUp(): Promise<{ events: string[]; change: (path: string) => void; request: Middleware }> {
  const events: string[] = [];
  const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
  watcher.on('all', () => events.push('configuration read'));
  let request: Middleware = () => undefined;
  const middlewares = { use: (handle: Middleware) => (request = handle) };
  const refreshContent = (): Promise<void> => {
    events.push('store saved');
    return Promise.resolve();
  };
  const setup = contentReading().hooks['astro:server:setup']!;
  await setup({ server: { watcher, middlewares }, refreshContent } as unknown as Parameters<Setup>[0]);
  const change = (path: string): void => {
    watcher.emit('all', 'add', join(contentFolder(), path));
  };
  return { events, change, request };
}

it.each([
  ['articles/new.mdx', ['store saved', 'configuration read']],
  ['tags/new.yaml', ['store saved', 'configuration read']],
  ['../README.md', ['configuration read']],
])(
  'has the store saved after a change of %s before Astro reads its configuration',
  async (path, happened) => {
    const { events, change } = await setUp();
    change(path);
    expect(events).toEqual(happened);
  },
);

it('lets a request wait until a change is in the collections', async () => {
  const { events, change, request } = await setUp();
  change('articles/new.mdx');
  const answered = new Promise<void>((done) => {
    request(undefined, undefined, () => {
      events.push('request answered');
      done();
    });
  });
  await Promise.resolve();
  expect(events).not.toContain('request answered');
  await answered;
});
