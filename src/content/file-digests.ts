import { existsSync } from 'node:fs';
import { digestOfFile } from './digest.ts';
import { attachments } from './outline/attachments.ts';
import type { Outline } from './outline/outline.ts';

/** The files beside a text that it shows or links to, each with a digest of what is in it; empty for one that isn't there. */
export function fileDigests(outline: Outline, textFile: string): [name: string, digest: string][] {
  return attachments(outline, textFile).map(({ name, file }) => [
    name,
    existsSync(file) ? digestOfFile(file) : '',
  ]);
}
