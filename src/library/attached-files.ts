import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { attachments, type Attachment } from '../markdown/attachments.ts';
import type { Outline } from '../markdown/outline.ts';

/** A picture or data file that is published with a text. */
export interface AttachedFile extends Attachment {
  /** SHA-256 of what is in it. */
  digest: string;
}

/**
 * The files that a text shows or links to, each once.
 *
 * @param data the data file that its frontmatter names
 */
export function attachedFiles(outline: Outline, textFile: string, data?: string): AttachedFile[] {
  return attachments(outline, textFile, data).map((attachment) => ({
    ...attachment,
    digest: createHash('sha256').update(readFileSync(attachment.file)).digest('base64url'),
  }));
}
