import { createHash } from 'node:crypto';
import type { Sandbox } from '../content/schemas/sandbox.ts';

/**
 * A digest of what an article's throw-away hosts are made of: with another one they are other hosts. The order of packages and
 * disks doesn't matter, nor how long a step may take. 16 hexadecimal digits.
 */
export function recipeDigest({ distribution, packages, disks, init, values }: Sandbox): string {
  const made = [distribution, init, packages.toSorted(), disks.toSorted(), Object.entries(values).toSorted()];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
}
