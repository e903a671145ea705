import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A kind of fault, and how to add one to a content folder. */
export interface Kind {
  family: string;
  name: string;
  /** Adds the fault, and returns where a report must name it: any of these places. */
  plant: (folder: string) => Place[];
}

/** A path relative to the content folder, and a line. */
export interface Place {
  file: string;
  line: number;
}

type Unnamed = Omit<Kind, 'family'>;

/** Gives some kinds the name of their family. */
export function family(name: string, kinds: readonly Unnamed[]): Kind[] {
  return kinds.map((kind) => ({ ...kind, family: name }));
}

/**
 * Replaces a text in a file.
 *
 * @param offset lines from the beginning of the text to the fault
 */
export function edit(name: string, file: string, from: string, to: string, offset = 0): Unnamed {
  return {
    name,
    plant: (folder) => {
      const before = readFileSync(join(folder, file), 'utf8');
      if (before.split(from).length !== 2) throw new Error(`${file} has «${from}» not once.`);
      writeFileSync(
        join(folder, file),
        before.replace(from, () => to),
      );
      return [{ file, line: lineOf(before, from) + offset }];
    },
  };
}

/** Adds a paragraph after a line; the fault is in its first line, or `offset` lines below. */
export function paragraph(name: string, file: string, behind: string, text: string, offset = 0): Unnamed {
  const { plant } = edit(name, file, behind, `${behind}\n\n${text}`, 2 + offset);
  return { name, plant };
}

/** Writes a file; the fault is in one of its lines, or where another file uses it. */
export function write(
  name: string,
  file: string,
  content: string | Uint8Array,
  at: Place = { file, line: 1 },
): Unnamed {
  return {
    name,
    plant: (folder) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
      return [at, ...(at.file === file ? [] : [{ file, line: 1 }])];
    },
  };
}

/** Deletes or renames a file; the fault is where it is missed. */
export function move(name: string, file: string, to: string | undefined, at: Place): Unnamed {
  return {
    name,
    plant: (folder) => {
      if (to === undefined) rmSync(join(folder, file));
      else renameSync(join(folder, file), join(folder, to));
      return [at];
    },
  };
}

/** Creates a symbolic link. */
export function link(name: string, file: string, to: string): Unnamed {
  return {
    name,
    plant: (folder) => {
      symlinkSync(to, join(folder, file));
      return [{ file, line: 1 }];
    },
  };
}

/** Applies two changes that together make one fault. */
export function both(name: string, first: Unnamed, second: Unnamed): Unnamed {
  return { name, plant: (folder) => [...first.plant(folder), ...second.plant(folder)] };
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
