import type { AstroIntegration } from 'astro';
import { readChecked } from '../checks/read-checked.ts';
import { whenFaultsChange } from '../content/current-faults.ts';
import { hasReader, readBy } from '../content/reading.ts';

/** Fills the collections with checked content, and shows faults on the pages of the dev server. */
export function contentReading(): AstroIntegration {
  return {
    name: 'opsnotes-content-reading',
    hooks: {
      'astro:config:setup': ({ command }) => {
        process.env['OPSNOTES_COMMAND'] ??= command;
        // `npm run build` has set a reader that gets the content from a thread.
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
