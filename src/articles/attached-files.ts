import { attachments, type Attachment } from '../content/outline/attachments.ts';
import type { Outline } from '../content/outline/outline.ts';
import { digestOfFile } from '../content/digest.ts';

/** A picture or data file published with a text. */
export interface AttachedFile extends Attachment {
  /** Digest of the file's content. */
  digest: string;
}

/**
 * Lists the files that a text shows or links to, each once.
 *
 * @param data the data file named in its frontmatter
 */
export function attachedFiles(outline: Outline, textFile: string, data?: string): AttachedFile[] {
  return attachments(outline, textFile, data).map((attachment) => ({
    ...attachment,
    digest: digestOfFile(attachment.file),
  }));
}
