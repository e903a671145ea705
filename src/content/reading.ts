import { contentFaults } from '../checks/content.ts';
import { report } from './fault.ts';
import { contentFolder } from './content-folder.ts';
import { readContent, withoutFaulty, type GoodContent } from './read-content.ts';

/**
 * The content folder as this process has read it: once for all collections, pages and files. It is kept on `globalThis`,
 * for Astro's build puts another copy of this module into its bundle.
 */
const kept = globalThis as { opsnotesReading?: Promise<GoodContent> | undefined };

/**
 * What the content folder holds, without faults.
 *
 * @throws where it has faults, with the report of them; a dev server prints the report and leaves out what has faults
 */
export function reading(): Promise<GoodContent> {
  return (kept.opsnotesReading ??= readWithoutFaults());
}

/** Takes what another has read and checked, or will have; undefined asks for another reading. */
export function setReading(content: GoodContent | Promise<GoodContent> | undefined): void {
  kept.opsnotesReading = content && Promise.resolve(content);
}

async function readWithoutFaults(): Promise<GoodContent> {
  const content = readContent(contentFolder());
  const faults = await contentFaults(content);
  if (faults.length === 0) return withoutFaulty(content);
  const text = `The content has faults:\n${report(faults)}`;
  if (process.env['OPSNOTES_COMMAND'] !== 'dev') throw new Error(text);
  console.error(text);
  return withoutFaulty(content);
}
