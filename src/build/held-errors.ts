/**
 * Holds back errors that are printed with `console.error(error)` while others' code runs: React prints, with its stack, what a
 * component throws, though it also throws it, and then it is reported as a fault.
 *
 * @returns prints what has been held back, apart from errors whose message is in one of the reports
 */
export function holdErrors(): (reports: readonly string[]) => void {
  const held: unknown[][] = [];
  const print = console.error;
  console.error = (...data: unknown[]) => {
    if (data[0] instanceof Error) held.push(data);
    else print(...data);
  };
  return (reports) => {
    console.error = print;
    for (const data of held) {
      const [line = ''] = (data[0] as Error).message.split('\n', 1);
      if (line === '' || !reports.some((report) => report.includes(line))) print(...data);
    }
  };
}
