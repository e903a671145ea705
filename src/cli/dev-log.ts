import nodeLog from 'astro/logger/node';

type Log = ReturnType<typeof nodeLog>;

/**
 * Handles Astro's log in `npm run dev` (its `logger` setting). Prints what Astro prints, without the lines in `UNWANTED`.
 */
export default function devLog(options: Parameters<typeof nodeLog>[0]): Log {
  const log = nodeLog(options);
  return {
    write(event) {
      if (event.label !== 'content' || !UNWANTED.test(event.message)) log.write(event);
    },
  };
}

const OURS = '"(?:articles|pages|tags|sources|comments|verifications)"';

const UNWANTED = new RegExp(
  [
    // After each change of a text.
    '^(?:Syncing|Synced) content$',
    // Several texts were saved at once. Our own listener fills the collections in any case.
    '^Content config not loaded, skipping sync\\. Status was loading$',
    // A line for each text that refers to a faulty one, which has a line of ours.
    `^Invalid content reference: .* in collection ${OURS} .* in collection ${OURS}`,
  ].join('|'),
);
