import { statSync } from 'node:fs';
import { emptyContent, readContent, type Content, type GoodContent } from '../content/read-content.ts';
import { readSite } from '../content/read-site.ts';
import { contentFaults } from './content.ts';
import { isWarning } from '../content/fault-codes.ts';
import type { Fault } from '../content/fault.ts';
import { feedWarnings } from './feeds.ts';

/** The result of checking a content folder. */
interface CheckedFolder {
  content: Content;
  /** These fail a build. */
  faults: Fault[];
  /** An author should know about these, but they don't fail a build. */
  warnings: Fault[];
}

/**
 * Reads a content folder, and finds everything wrong with it and with the site's settings.
 *
 * @param before an earlier reading, to save time
 */
export async function checkFolder(folder: string, before?: GoodContent): Promise<CheckedFolder> {
  if (!isFolder(folder)) {
    const message = 'Unexpected name of the content folder, expected a folder that exists.';
    return unreadable({ file: folder, line: 1, code: 'unreadable-file', message });
  }
  try {
    return await checked(folder, before);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if ((code !== 'EACCES' && code !== 'EPERM') || path === undefined) throw error;
    const message = `Unexpected permissions, expected to be allowed to read it (${code}).`;
    return unreadable({ file: path, line: 1, code: 'unreadable-file', message });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function unreadable(fault: Fault): CheckedFolder {
  return { content: emptyContent(fault.file), faults: [fault], warnings: [] };
}

async function checked(folder: string, before?: GoodContent): Promise<CheckedFolder> {
  const content = readContent(folder, before);
  const found = [...(await contentFaults(content)), ...readSite(folder).faults, ...feedWarnings(content)];
  return {
    content,
    faults: found.filter(({ code }) => !isWarning(code)),
    warnings: found.filter(({ code }) => isWarning(code)),
  };
}
