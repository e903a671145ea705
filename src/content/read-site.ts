import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readText } from './content-folder.ts';
import type { Fault } from './fault.ts';
import { mergeConflicts } from './merge-conflicts.ts';
import { site as siteSchema, type Site } from './schemas/site.ts';
import { site as ownSite } from '../site.ts';
import { checkBySchema, type Checked } from './schema-faults.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** This file in a content folder overrides fields of `src/site.ts` for the site built from that folder. */
const OVERRIDES = 'site.yaml';

/** The site's settings: `src/site.ts`, with fields overridden by the content folder's `site.yaml` if there is one. */
export function readSite(folder: string): Checked<Site> {
  const file = join(folder, OVERRIDES);
  if (!existsSync(file)) return checkOwnSite();
  const read = readText(file);
  if ('code' in read) return { data: undefined, faults: [read] };
  const conflicts = mergeConflicts(read);
  if (conflicts.length > 0) return { data: undefined, faults: conflicts };
  const yaml = parseYaml(read.text);
  const overrides = (yaml.value ?? {}) as Overrides;
  const value = { ...ownSite, ...defaultsFor(overrides), ...overrides };
  const checked = checkBySchema(siteSchema, { ...yaml, value }, file);
  const borrowed = borrowedFaults(overrides, yaml, file);
  return borrowed.length === 0 ? checked : { data: undefined, faults: [...checked.faults, ...borrowed] };
}

/** Checks `src/site.ts` itself. */
function checkOwnSite(): Checked<Site> {
  const file = resolve('src/site.ts');
  // Only called if something is wrong.
  const lineOf: YamlSource['lineOf'] = ([key]) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.findIndex((line) => line.trimStart().startsWith(`${String(key)}:`)) + 1 || 1;
  };
  const checked = checkBySchema(siteSchema, { value: ownSite, errors: [], lineOf }, file);
  if (checked.data === undefined || !keepsOurIds(checked.data)) return checked;
  const message = `Unexpected \`${checked.data.idAuthority}\` in \`idAuthority\`, expected your own domain and a year: this domain is ours.`;
  return { data: undefined, faults: [{ file, line: lineOf(['idAuthority']), code: 'wrong-value', message }] };
}

/** The domain of this project's own site; no other site may use it for its ids. */
const OURS = 'opsnotes.example';

function keepsOurIds({ url, idAuthority }: Site): boolean {
  return new URL(url).hostname !== OURS && idAuthority.startsWith(`${OURS},`);
}

type Overrides = Partial<Record<keyof Site, unknown>>;

/** A site at another address belongs to somebody else, so its readers' comments must not come to us. */
function defaultsFor({ url }: Overrides): Overrides {
  return url === undefined || url === ownSite.url ? {} : { comments: { via: 'none' } };
}

/** Settings that say whose site it is; somebody else's site needs its own. */
const PERSONAL = ['idAuthority', 'author', 'licence'] as const;

function borrowedFaults(overrides: Overrides, { lineOf }: YamlSource, file: string): Fault[] {
  if (overrides.url === undefined || overrides.url === ownSite.url) return [];
  return PERSONAL.filter((key) => overrides[key] === undefined).map((key) => ({
    file,
    line: lineOf([key]),
    code: 'missing-key',
    message: `Unexpected end of the keys, expected the key \`${key}\`: a site at another address needs its own.`,
    hint: EXAMPLES[key],
  }));
}

const EXAMPLES: Record<(typeof PERSONAL)[number], string> = {
  idAuthority: '`idAuthority: example.org,2026`: a domain of yours and a year in which you had it.',
  author: '`author: { name: … }`',
  licence: '`licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }`',
};

/** The site's settings, once the checks have passed. */
export function loadSite(folder: string): Site {
  const { data } = readSite(folder);
  if (data === undefined)
    throw new Error('The site’s settings have faults: `npm run check:content` lists them.');
  return data;
}
