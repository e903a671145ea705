import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.json': 'application/json',
};

/** Files worth compressing; pictures and the search's files are already compressed. */
const COMPRESSED = /\.(?:html|js|css|svg|txt|xml|json|md|sh)$/;

/** The response for a path. */
export interface Answer {
  status: number;
  type: string;
  /** As sent. */
  body: Buffer;
  isCompressed: boolean;
}

/** Serves a built site like a well-configured web server: everything compressed with Brotli beforehand. */
export class CompressedServer {
  /** With a trailing slash, and without the site's base. */
  readonly origin: string;
  /** The paths requested since it was last emptied. */
  readonly asked: string[] = [];
  private readonly folder: string;
  private readonly base: string;
  private readonly server;
  private readonly answers = new Map<string, Answer>();

  private constructor(folder: string, base: string, server: ReturnType<typeof createServer>) {
    this.folder = folder;
    this.base = base;
    this.server = server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.respond(request, response);
    });
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param base the folder that the site is served from: `/notes/` */
  static async start(folder: string, base: string): Promise<CompressedServer> {
    const server = createServer();
    await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
    return new CompressedServer(folder, base, server);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** Adds a page that isn't among the built ones; returns its path. */
  add(path: string, html: string): string {
    this.answers.set(path, made(Buffer.from(html), '.html', 200));
    return path;
  }

  /** The response for a path, e.g. `/notes/tags/`. */
  answer(path: string): Answer {
    let answer = this.answers.get(path);
    if (answer === undefined) this.answers.set(path, (answer = this.read(path)));
    return answer;
  }

  private read(path: string): Answer {
    const file = join(
      this.folder,
      decodeURIComponent(path.slice(this.base.length)),
      path.endsWith('/') ? 'index.html' : '',
    );
    if (path.startsWith(this.base) && existsSync(file) && statSync(file).isFile())
      return made(readFileSync(file), extname(file), 200);
    return made(readFileSync(join(this.folder, '404.html')), '.html', 404);
  }

  private respond(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', this.origin).pathname;
    const { status, type, body, isCompressed } = this.answer(path);
    this.asked.push(path);
    response.writeHead(status, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': path.includes('/_astro/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=600',
      ...(isCompressed && { 'content-encoding': 'br' }),
    });
    response.end(body);
  }
}

function made(content: Buffer, extension: string, status: number): Answer {
  const isCompressed = COMPRESSED.test(extension);
  const body = isCompressed ? brotliCompressSync(content) : content;
  return { status, type: TYPES[extension] ?? 'application/octet-stream', body, isCompressed };
}
