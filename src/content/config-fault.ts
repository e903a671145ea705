import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault.ts';
import { asSentence } from './thrown.ts';

/** What Astro throws because of a setting (Zod's error) or of an environment variable. */
interface ConfigError {
  name?: unknown;
  message?: unknown;
  issues?: readonly { path: readonly PropertyKey[]; message: string }[];
}

/**
 * The fault of Astro's configuration, for a setting that Astro doesn't accept, or an environment variable that isn't what
 * `env.schema` says; undefined for any other error.
 */
export function configFault(error: unknown, root: string): Fault | undefined {
  const { name, message, issues } = (error ?? {}) as ConfigError;
  const file = join(root, 'astro.config.mjs');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const fault = (key: string, why: string): Fault => ({
    file,
    line: lines.findIndex((line) => new RegExp(`\\b${RegExp.escape(key)}\\b`).test(line)) + 1 || 1,
    code: 'page-render',
    message: asSentence(why),
  });
  const [issue] = issues ?? [];
  if (issue !== undefined) {
    const path = issue.path.map(String);
    const why = `Unexpected value of \`${path.join('.')}\`, expected one that Astro accepts: ${issue.message}`;
    return fault(path.at(-1) ?? '', why.split('\n', 1)[0]!);
  }
  if (name !== 'EnvInvalidVariables') return undefined;
  const [, variable = '', problem = ''] = /^- (\w+)(.*)/m.exec(String(message)) ?? [];
  return fault(
    variable,
    `Unexpected environment, expected what \`env.schema\` says: \`${variable}\`${problem}`,
  );
}

/** The fault of a project that has no configuration of Astro, with which Astro starts as if every setting were left out. */
export function missingConfig(root: string): Fault | undefined {
  if (readdirSync(root).some((name) => CONFIG.test(name))) return undefined;
  const message = 'Unexpected project without this file, expected the configuration of Astro.';
  return { file: join(root, 'astro.config.mjs'), line: 1, code: 'page-render', message };
}

const CONFIG = /^astro\.config\.[cm]?[jt]s$/;
