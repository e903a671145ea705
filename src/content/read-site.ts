import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault } from './fault.ts';
import { site as siteSchema, type Site } from './schemas/site.ts';
import { site as ownSite } from '../site.ts';
import { checkBySchema, type Checked } from './schema-faults.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** The file in a content folder that changes fields of `src/site.ts` for a site built from that folder. */
const OVERRIDES = 'site.yaml';

/** The site's settings: `src/site.ts`, field by field replaced by the content folder's `site.yaml`, if it has one. */
export function readSite(folder: string): Checked<Site> {
  const file = join(folder, OVERRIDES);
  if (!existsSync(file))
    return checkSite(ownSite, parseYaml(''), fileURLToPath(new URL('../site.ts', import.meta.url)));
  const yaml = parseYaml(readFileSync(file, 'utf8'));
  if (yaml.errors.length > 0)
    return { data: undefined, faults: yaml.errors.map((error) => syntaxFault(file, error)) };
  return checkSite({ ...ownSite, ...(yaml.value as object | null) }, yaml, file);
}

/** The site's settings, for those who come after the checks. */
export function loadSite(folder: string): Site {
  const { data } = readSite(folder);
  if (data === undefined)
    throw new Error('The site’s settings have faults: `npm run check:content` lists them.');
  return data;
}

function checkSite(value: unknown, yaml: YamlSource, file: string): Checked<Site> {
  return checkBySchema(siteSchema, { ...yaml, value }, file);
}

function syntaxFault(file: string, { line, message }: YamlSource['errors'][number]): Fault {
  return { file, line, code: 'yaml-syntax', message: `Unexpected YAML, expected it to parse: ${message}.` };
}
