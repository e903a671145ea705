import type { AstroIntegration } from 'astro';
import { readChecked } from '../checks/read-checked.ts';
import { whenFaultsChange } from '../content/current-faults.ts';
import { hasReader, readBy } from '../content/reading.ts';

/** Has the collections filled with content that was checked, and the pages of the dev server show its faults. */
export function contentReading(): AstroIntegration {
  return {
    name: 'opsnotes-content-reading',
    hooks: {
      'astro:config:setup': ({ command }) => {
        process.env['OPSNOTES_COMMAND'] ??= command;
        // `npm run build` reads in a thread of its own.
        if (!hasReader()) readBy((before) => readChecked(command, before));
      },
      'astro:server:setup': ({ server }) => {
        whenFaultsChange(() => {
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
