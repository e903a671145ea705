import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentFolder } from '../../../src/content/content-folder.ts';
import { contentReading } from '../../../src/integrations/content-reading.ts';

type Setup = NonNullable<ReturnType<typeof contentReading>['hooks']['astro:server:setup']>;

it.each([
  ['articles/new.mdx', ['store saved', 'configuration read']],
  ['tags/new.yaml', ['store saved', 'configuration read']],
  ['../README.md', ['configuration read']],
])(
  'has the store saved after a change of %s before Astro reads its configuration',
  async (path, happened) => {
    const events: string[] = [];
    const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
    watcher.on('all', () => events.push('configuration read'));
    const refreshContent = (): Promise<void> => {
      events.push('store saved');
      return Promise.resolve();
    };
    const setup = contentReading().hooks['astro:server:setup']!;
    await setup({ server: { watcher }, refreshContent } as unknown as Parameters<Setup>[0]);
    watcher.emit('all', 'add', join(contentFolder(), path));
    expect(events).toEqual(happened);
  },
);
