import nodeLog from 'astro/logger/node';

type Log = ReturnType<typeof nodeLog>;

/**
 * Handles Astro's log in `npm run dev` (its `logger` setting): as Astro does, but without its lines about every saved text, and
 * without a line for each text that refers to a faulty one. The faulty one has a line of ours.
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
  `^(?:Syncing|Synced) content$|^Invalid content reference: .* in collection ${OURS} .* in collection ${OURS}`,
);
