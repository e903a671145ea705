import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const CHANGES = [
  'mkdirSync',
  'writeFileSync',
  'appendFileSync',
  'renameSync',
  'rmSync',
  'unlinkSync',
] as const;

/**
 * Does something and lets it die before one of the changes that it makes to a folder. That change and all later ones
 * don't happen, not even clean-up, just as if it had been killed.
 *
 * @param number of the change, counted from 1
 * @param half whether half of that write still happens
 * @returns whether it died; it doesn't if it makes fewer changes
 */
export async function dies(
  what: () => Promise<unknown>,
  { folder, number, half }: { folder: string; number: number; half: boolean },
): Promise<boolean> {
  const real = Object.fromEntries(CHANGES.map((name) => [name, fs[name]]));
  let count = 0;
  for (const name of CHANGES) {
    const change = fs[name] as (...given: unknown[]) => unknown;
    const counted = (...given: unknown[]): unknown => {
      if (!String(given[0]).startsWith(folder) || ++count < number) return change(...given);
      if (count === number && half && (name === 'writeFileSync' || name === 'appendFileSync')) {
        const content = Buffer.from(given[1] as string);
        change(given[0], content.subarray(0, content.length / 2), given[2]);
      }
      throw new Error('dead');
    };
    Object.assign(fs, { [name]: counted });
  }
  syncBuiltinESMExports();
  try {
    await what();
  } catch (error) {
    if ((error as Error).message !== 'dead') throw error;
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
  return count >= number;
}
