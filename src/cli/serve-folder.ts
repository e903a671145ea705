import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** A running server. */
export interface RunningServer {
  /** E.g. `http://127.0.0.1:4321/`. */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on 127.0.0.1 like a plain web server: `index.html` for folders, `404.html` for anything missing.
 *
 * @param options.port 0 picks a free one
 * @param options.base the folder that the site is served from, e.g. `/notes/`
 * @throws EADDRINUSE if the port is taken
 */
export async function serveFolder(folder: string, { port = 0, base = '/' } = {}): Promise<RunningServer> {
  const prefix = base.replace(/\/$/, '');
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const notFound = (): void => {
      void readFile(join(folder, '404.html'), 'utf8')
        .catch(() => '')
        .then((page) => {
          response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
        });
    };
    if (request.url?.startsWith(`${prefix}/`) !== true) {
      notFound();
      return;
    }
    request.url = request.url.slice(prefix.length);
    files(request, response, notFound);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}/`,
    async close() {
      const closed = server[Symbol.asyncDispose]();
      server.closeAllConnections();
      await closed;
    },
  };
}
