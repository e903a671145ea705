import { report, type Fault } from '../content/fault.ts';

/** Prints every warning; they stop nothing. */
export function printWarnings(warnings: readonly Fault[]): void {
  if (warnings.length > 0) console.warn(report(warnings));
}

/** Prints every fault and how many there are. */
export function printFaults(faults: readonly Fault[]): void {
  console.error(report(faults));
  console.error(
    `\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}. docs/errors.md explains each code.`,
  );
}
