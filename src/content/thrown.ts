import { stripVTControlCharacters } from 'node:util';

/** What is known of an error that Astro, Vite, a compiler or somebody's code has thrown. */
export interface Thrown {
  /** The error itself. */
  error: unknown;
  name: string;
  /** Without colours. */
  message: string;
  stack: string;
  /** The files that it names, as it writes them. */
  files: string[];
  /** The line in the first of them. */
  line: number | undefined;
  cause: unknown;
}

/** Reads an error, or the first of those that a bundler has collected in it. */
export function asThrown(error: unknown): Thrown {
  const { errors } = asRecord(error);
  const [first = error] = Array.isArray(errors) ? (errors as unknown[]) : [];
  const { name, message, stack, id, loc, cause } = asRecord(first);
  const { file, line } = asRecord(loc);
  return {
    error: first,
    name: asText(name),
    message: stripVTControlCharacters(asText(message)),
    stack: asText(stack),
    files: [file, id].map(asText).filter(Boolean),
    line: typeof line === 'number' && line > 0 ? line : undefined,
    cause,
  };
}

/** A message in one line: without the names of errors and plug-ins, and without an excerpt of the code. */
export function reasonOf(message: string, lines = 1): string {
  const kept = message
    .split('\n')
    .map((line) => line.trim().replace(NOISE, '').trim())
    .filter((line) => line !== '' && !EXCERPT.test(line));
  return kept.length === 0 ? message : kept.slice(0, lines).join(' ');
}

/** `Error: `, `[MISSING_EXPORT] `, `/…/a.ts:1:2`, `[plugin astro:build] /…/a.astro` */
const NOISE = /^(?:(?:\w*Error|\[[^\]]+\]):? ?)+|^\/\S+:\d+:\d+$|^\[plugin [^\]]+\] \/.*$/;

const EXCERPT = /^(?:at |>|\||\d+ ?[|│]|[╭╰│─])/;

/** A message as a sentence: with a full stop, if it has no other sign. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
