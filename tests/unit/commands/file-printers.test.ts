import { describe, expect, test } from 'vitest';
import { FILE_PRINTERS, printsFile } from '../../../src/commands/file-printers.ts';

describe.each(FILE_PRINTERS)('$programs', ({ prints, left }) => {
  test.each(prints)('%s prints a file', (command) => {
    expect(printsFile(command)).toBe(true);
  });
  test.each(left)('%s does not', (command) => {
    expect(printsFile(command)).toBe(false);
  });
});
