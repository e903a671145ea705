import { sep } from 'node:path';
import type { Fault } from '../content/fault.ts';

/**
 * An error of what an author has written as code, beside the content or in it, as a fault of its file: a component that
 * throws, an import that leads nowhere. Undefined for errors of ours.
 *
 * @param folder the content folder, absolute
 */
export function authorFault(error: unknown, folder: string): Fault | undefined {
  for (let current = error; current instanceof Error; current = causeOf(current)) {
    const place = placeIn(current, folder);
    if (place === undefined) continue;
    const reason = inOneLine(current).replace(/\.$/, '');
    const message = `Unexpected error in what the text imports or computes, expected none: ${reason}.`;
    return { ...place, code: 'mdx-component', message };
  }
  return undefined;
}

/** What is behind an error: its cause, or the first of those that a bundler has found. */
export function causeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  const several = (error as AggregateError).errors as unknown;
  return Array.isArray(several) && several.length > 0 ? several[0] : error.cause;
}

/** An error and what is behind it: `while rendering the pages: Unexpected token`. */
export function inOneLine(error: unknown): string {
  const parts: string[] = [];
  for (let current = error; current !== undefined; current = causeOf(current)) {
    const text = current instanceof Error ? current.message : String(current);
    const line = text.split('\n').find((part) => part.trim() !== '')?.trim() ?? 'an error without a message';
    // What a bundler says before it says what.
    if (!parts.includes(line) && !/^Build failed with \d+ error/.test(line)) parts.push(line);
  }
  return parts.join(': ');
}

/** Astro and Vite say in several ways where an error is; ours says `file`. */
interface PlacedError extends Error {
  file?: string;
  id?: string;
  loc?: { file?: string; line?: number };
}

function placeIn({ loc, file, id }: PlacedError, folder: string): Pick<Fault, 'file' | 'line'> | undefined {
  const found = [loc?.file, file, id].find((name) => name?.startsWith(folder + sep) === true);
  return found === undefined ? undefined : { file: found.replace(/\?.*$/, ''), line: loc?.line ?? 1 };
}
