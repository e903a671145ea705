import { existsSync } from 'node:fs';
import { readContent, type Content, type GoodContent } from '../content/read-content.ts';
import { readSite } from '../content/read-site.ts';
import { contentFaults } from './content.ts';
import type { Fault } from '../content/fault.ts';
import { feedWarnings } from './feeds.ts';
import { verificationWarnings } from './verifications.ts';

/** A content folder as it was found. */
interface CheckedFolder {
  content: Content;
  /** What stops a build. */
  faults: Fault[];
  /** What an author should know, but what stops no build. */
  warnings: Fault[];
}

/**
 * Reads a content folder and finds everything that is wrong with it and with the site's settings.
 *
 * @param before an earlier reading, which saves time
 */
export function checkFolder(folder: string, before?: GoodContent): CheckedFolder {
  const content = readContent(folder, before);
  if (!existsSync(folder)) {
    const message = 'Unexpected name of the content folder, expected a folder that is there.';
    return { content, faults: [{ file: folder, line: 1, code: 'unreadable-file', message }], warnings: [] };
  }
  const faults = [...contentFaults(content), ...readSite(folder).faults];
  return { content, faults, warnings: [...feedWarnings(content), ...verificationWarnings(content)] };
}
