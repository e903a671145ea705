import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { shortDigest } from '../content/digest.ts';

/**
 * Waits until no other build runs in this project; this one then holds the place until its process ends, in whatever way.
 *
 * Astro keeps the list of all texts that compute something in `.astro/`, whichever content folder they belong to: two builds at
 * once would take each other's. The place is a local socket, because only that is free again at once after a process is killed.
 *
 * @param waiting called whenever another build turns out to be first
 */
export async function takeTurn(root: string, waiting: () => void): Promise<void> {
  const place = placeOf(root);
  for (;;) {
    const server = createServer((socket) => {
      // It only waits until this process has ended. Its own end may break the connection.
      socket.on('error', () => undefined).unref();
    });
    server.listen(place).unref();
    try {
      await once(server, 'listening');
      return;
    } catch (error) {
      // Without such sockets, the author has to see to it.
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return;
    }
    const isHeld = await waitForEnd(place, waiting);
    // Left by a process that was killed, on a system where sockets are files.
    if (!isHeld && process.platform === 'darwin') rmSync(place, { force: true });
  }
}

/** A name in memory on Linux and Windows; on macOS a file, with a relative path because a socket's must be short. */
function placeOf(root: string): string {
  const name = `opsnotes-build-${shortDigest(root)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'darwin' ? `node_modules/.cache/${name}` : `\0${name}`;
}

/** Waits until the process that holds the place has ended; false if there is none. */
async function waitForEnd(place: string, waiting: () => void): Promise<boolean> {
  const connection = createConnection(place);
  try {
    await once(connection, 'connect');
    waiting();
    await once(connection, 'close');
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ECONNREFUSED';
  }
}
