import { contentFolder } from '../content/content-folder.ts';
import { setCurrentFaults } from '../content/current-faults.ts';
import { report, type Fault } from '../content/fault.ts';
import { withoutFaulty, type GoodContent } from '../content/read-content.ts';
import { checkFolder } from './folder.ts';

/**
 * Reads the content folder for Astro's own commands, and runs all checks.
 *
 * @param before an earlier reading; unchanged files aren't parsed again
 * @throws the report of all faults, in a build; the dev server prints it, shows it on every page and skips entries with faults
 */
export async function readChecked(command: string, before?: GoodContent): Promise<GoodContent> {
  const { content, faults } = await checkFolder(contentFolder(), before);
  if (command === 'build' && faults.length > 0) throw new Error(`The content has faults:\n${report(faults)}`);
  if (command === 'dev') tell(faults);
  return withoutFaulty(content);
}

let told = '';

/** Prints faults when they change, and says when there are none left. */
function tell(faults: readonly Fault[]): void {
  setCurrentFaults(faults);
  const text = report(faults);
  if (text !== told) console.error(text === '' ? 'No faults left.' : text);
  told = text;
}
