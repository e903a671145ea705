import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Length in bytes of the digest before the data. */
const DIGEST = 32;

/** Writes plain data (anything that `structuredClone` accepts) to a file, atomically. */
export function writeCache(file: string, version: string, data: unknown): void {
  const bytes = serialize(data);
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, digest(version, bytes));
  appendFileSync(fresh, bytes);
  renameSync(fresh, file);
}

/** Reads cached data; undefined if there is none, if it is from another version, or if it is damaged. */
export function readCache(file: string, version: string): unknown {
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch {
    return undefined;
  }
  const bytes = content.subarray(DIGEST);
  return digest(version, bytes).equals(content.subarray(0, DIGEST)) ? deserialize(bytes) : undefined;
}

function digest(version: string, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(version).update('\0').update(bytes).digest();
}
