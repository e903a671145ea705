import { expect, it, vi } from 'vitest';
import devLog from '../../../src/cli/dev-log.ts';

it.each([
  [false, 'Synced content'],
  [true, 'Content config changed'],
  [false, 'Content config not loaded, skipping sync. Status was loading'],
  [true, 'Content config not loaded, skipping sync. Status was error'],
  [false, dangling('articles')],
  [true, dangling('teams')],
])('prints, or not (%s): %s', (isPrinted, message) => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    devLog({ level: 'info' }).write({ level: 'info', label: 'content', message, newLine: true });
    expect(write.mock.calls.join('').includes(message)).toBe(isPrinted);
  } finally {
    write.mockRestore();
  }
});

function dangling(collection: string): string {
  return `Invalid content reference: entry "xen" in collection "${collection}" (field: tags[0]) references "xen" in collection "tags", but that entry does not exist.`;
}
