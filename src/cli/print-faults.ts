import { counted } from '../content/counted.ts';
import { report, type Fault } from '../content/fault.ts';

/** Prints all warnings; they don't fail the build. */
export function printWarnings(warnings: readonly Fault[]): void {
  if (warnings.length > 0) console.warn(report(warnings));
}

/** Prints all faults and their number. */
export function printFaults(faults: readonly Fault[]): void {
  console.error(report(faults));
  console.error(`\n${counted(faults.length, 'fault')}. docs/errors.md explains each code.`);
}
