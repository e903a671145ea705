import { existsSync } from 'node:fs';
import { digestOfFile } from './digest.ts';
import { attachments } from './outline/attachments.ts';
import type { Outline } from './outline/outline.ts';

/** The files that a text shows or links to, each with a digest of its content; the digest of a missing file is empty. */
export function fileDigests(outline: Outline, textFile: string): [name: string, digest: string][] {
  return attachments(outline, textFile).map(({ name, file }) => [
    name,
    existsSync(file) ? digestOfFile(file) : '',
  ]);
}
