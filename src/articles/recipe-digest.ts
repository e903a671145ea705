import { shortDigest } from '../content/digest.ts';
import type { Sandbox } from '../content/schemas/sandbox.ts';

/**
 * Digests what an article's disposable hosts are made of: a different digest means different hosts. The order of packages and
 * disks doesn't matter, nor do time limits. 16 hexadecimal digits.
 */
export function recipeDigest({ distribution, packages, disks, init, values }: Sandbox): string {
  const made = [distribution, init, packages.toSorted(), disks.toSorted(), Object.entries(values).toSorted()];
  return shortDigest(JSON.stringify(made));
}
