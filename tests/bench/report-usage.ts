import { writeFileSync } from 'node:fs';

/** Loaded before a program to measure: writes its resource usage when it exits. */
process.once('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { memory: maxRSS * 1024, processor: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(process.env['BENCH_USAGE']!, JSON.stringify(usage));
});
