import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { attachments, type Attachment } from '../markdown/attachments.ts';
import type { Outline } from '../markdown/outline.ts';

/** A text with files beside it. */
interface WithAttachments {
  outline: Outline;
  /** Absolute path of the MDX file. */
  file: string;
  /** The data file that the frontmatter names. */
  dataFile?: string | undefined;
}

/** The routes of the pictures and data files of one text. */
export function attachmentRoutes<T extends Record<string, string>>(params: T, text: WithAttachments) {
  return attachments(text.outline, text.file, text.dataFile).map((attachment) => ({
    params: { ...params, file: attachment.name },
    props: { attachment },
  }));
}

/** Answers with the file as it is. */
export const getAttachment: APIRoute<{ attachment: Attachment }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(props.attachment.file)));
