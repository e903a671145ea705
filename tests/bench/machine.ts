import { cpus, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';

/** The machine that measurements were made on: `2026-11-23 · 2 × AMD EPYC · 24 GB · Node v24.21.0 · Astro 7.3.5`. */
export function machine(): string {
  const { version } = JSON.parse(readFileSync('node_modules/astro/package.json', 'utf8')) as {
    version: string;
  };
  const processors = cpus();
  return [
    new Date().toISOString().slice(0, 10),
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    `${Math.round(totalmem() / 1e9)} GB`,
    `Node ${process.version}`,
    `Astro ${version}`,
  ].join(' · ');
}
