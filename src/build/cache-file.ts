import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Bytes of the digest before the data. */
const DIGEST = 32;

/** Keeps plain data (as `structuredClone` has it) in a file, whole or not at all. */
export function writeCache(file: string, version: string, data: unknown): void {
  const bytes = serialize(data);
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, digest(version, bytes));
  appendFileSync(fresh, bytes);
  renameSync(fresh, file);
}

/** What was kept; undefined where there is nothing, where it is another version's, and where it is damaged. */
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
