import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { report, type Fault } from '../content/fault.ts';
import { knownTexts } from '../content/known-texts.ts';
import { noteFailuresBy, noteUncaught, whenTextIsRendered } from '../content/text-failures.ts';
import { textFault } from '../content/text-fault.ts';

/**
 * Makes the dev server print a text's fault instead of a stack trace, once, and say when it is gone. The page shows it too. What a
 * text starts, and what fails later, must not end the server.
 */
export function textFaults(): AstroIntegration {
  return {
    name: 'opsnotes-text-faults',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        const entrypoint = fileURLToPath(new URL('./fault-page.ts', import.meta.url));
        if (command === 'dev') addMiddleware({ order: 'pre', entrypoint });
      },
      'astro:server:setup': () => {
        const told = new Map<string, string>();
        noteFailuresBy((error) => {
          const fault = faultOf(error);
          if (fault !== undefined && !existsSync(fault.file)) return deleted(fault.file);
          if (fault !== undefined) tell(fault, told);
          return fault;
        });
        whenTextIsRendered((file, html) => {
          if (html !== undefined && told.delete(file)) console.error('That is mended.');
        });
        // `npx astro dev` starts its server again in the same process, and two callbacks are an error.
        process.setUncaughtExceptionCaptureCallback(null);
        process.setUncaughtExceptionCaptureCallback((error) => {
          if (!noteUncaught(error)) process.emit('uncaughtException', error);
        });
      },
    },
  };
}

function faultOf(error: unknown): Fault | undefined {
  return textFault(
    error,
    [...knownTexts].map(([file, { outline }]) => ({ file, outline })),
  );
}

/** Until the collections have caught up, which takes half a second. */
function deleted(file: string): Fault {
  const message = 'Unexpected request for a text that has been deleted, expected it to exist.';
  return { file, line: 1, code: 'missing-file', message };
}

function tell(fault: Fault, told: Map<string, string>): void {
  const text = report([fault]);
  if (told.get(fault.file) !== text) console.error(text);
  told.set(fault.file, text);
}
