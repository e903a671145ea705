import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { compressSite } from '../../../src/build/compress.ts';
import { sourcesOf, writeHeaderFiles } from '../../../src/build/header-files.ts';

const NGINX = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0);

/** Long enough to be compressed. */
const LONG = 'All of it is text. '.repeat(100);

/** As the build writes it. */
const policy = (scripts: string, styles: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' ${scripts}; style-src 'self' ${styles};">`;

const FILES: Record<string, string> = {
  'index.html': `<!doctype html>${policy("'sha256-b='", "'sha256-c='")}<title>Home</title>${LONG}`,
  '404.html': '<!doctype html><title>Not found</title>',
  'tags/index.html': `<!doctype html>${policy("'wasm-unsafe-eval' 'sha256-a='", "'sha256-c='")}<title>Tags</title>`,
  'articles/a.md': '# Äh\n',
  'articles/a/web1.sh': 'uptime\n',
  'feeds.opml': '<opml/>',
  'rss.xml': '<rss/>',
  'tags/linux/rss.xml': '<rss/>',
  'atom-2.xml': '<feed/>',
  'feed.json': '{}',
  'sitemap-index.xml': '<sitemapindex/>',
  '_astro/a.B1c2.js': 'let a;',
  'pagefind/fragment/en_1.pf_fragment': 'x',
  'pagefind/wasm.en.pagefind': 'x',
  '.opsnotes-site': 'Made by a build.',
};

if (NGINX === undefined)
  console.warn(
    'Skipped: there is no nginx to try deploy/nginx.conf on; `apt-get install nginx-light` brings one.',
  );

describe.skipIf(NGINX === undefined).each(['as it is', 'with the hashes of the site'])(
  'deploy/nginx.conf %s on a real nginx',
  (how) => {
    let folder: string;
    let port: number;
    let nginx: ChildProcess;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'opsnotes-nginx-'));
      for (const [name, content] of Object.entries(FILES)) {
        mkdirSync(dirname(join(folder, 'site', name)), { recursive: true });
        writeFileSync(join(folder, 'site', name), content);
      }
      compressSite(join(folder, 'site'));
      port = await freePort();
      writeHeaderFiles(join(folder, 'site'), join(folder, 'headers'));
      const sample = how === 'as it is' ? 'deploy/nginx.conf' : join(folder, 'headers/nginx.conf');
      writeFileSync(join(folder, 'nginx.conf'), configuration(sample, folder, port));
      nginx = spawn(
        NGINX!,
        ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')],
        {
          stdio: 'inherit',
        },
      );
      await answering(port);
    });

    afterAll(async () => {
      nginx.kill();
      await once(nginx, 'exit');
      rmSync(folder, { recursive: true });
    });

    it.each([
      ['/', 'text/html; charset=utf-8'],
      ['/articles/a.md', 'text/plain; charset=utf-8'],
      ['/articles/a/web1.sh', 'text/plain; charset=utf-8'],
      ['/feeds.opml', 'text/x-opml; charset=utf-8'],
      ['/rss.xml', 'application/rss+xml; charset=utf-8'],
      ['/tags/linux/rss.xml', 'application/rss+xml; charset=utf-8'],
      ['/atom-2.xml', 'application/atom+xml; charset=utf-8'],
      ['/feed.json', 'application/feed+json; charset=utf-8'],
      ['/sitemap-index.xml', 'application/xml; charset=utf-8'],
      ['/_astro/a.B1c2.js', 'text/javascript; charset=utf-8'],
      ['/pagefind/wasm.en.pagefind', 'application/octet-stream'],
    ])('answers %s as %s', async (path, type) => {
      const { status, headers } = await get(port, path);
      expect([status, headers['content-type']]).toEqual([200, type]);
    });

    it.each([
      ['/_astro/a.B1c2.js', 'public, max-age=31536000, immutable'],
      ['/pagefind/fragment/en_1.pf_fragment', 'public, max-age=31536000, immutable'],
      ['/', 'public, max-age=0, must-revalidate'],
      ['/pagefind/wasm.en.pagefind', 'public, max-age=0, must-revalidate'],
    ])('lets browsers keep %s as long as is right', async (path, cache) => {
      expect((await get(port, path)).headers['cache-control']).toBe(cache);
    });

    it('sends the compressed copy as it lies there', async () => {
      const { headers, body } = await get(port, '/', { 'accept-encoding': 'gzip' });
      expect(headers['content-encoding']).toBe('gzip');
      expect(body.equals(readFileSync(join(folder, 'site/index.html.gz')))).toBe(true);
      expect(gunzipSync(body).toString()).toBe(FILES['index.html']);
    });

    it('answers 304 to a browser that has the page already', async () => {
      const { headers } = await get(port, '/tags/');
      expect((await get(port, '/tags/', { 'if-none-match': headers.etag! })).status).toBe(304);
    });

    it('leads from a folder to its page, whatever the server is called', async () => {
      const { status, headers } = await get(port, '/tags');
      expect([status, headers.location]).toEqual([301, '/tags/']);
    });

    it.each(['/nothing/', '/articles/', '/.opsnotes-site', '/.git/config'])(
      'answers %s by the page for it, with 404',
      async (path) => {
        const { status, headers, body } = await get(port, path);
        expect([status, headers['content-type'], body.toString()]).toEqual([
          404,
          'text/html; charset=utf-8',
          FILES['404.html'],
        ]);
      },
    );

    it.each(['/', '/rss.xml', '/nothing/', '/_astro/a.B1c2.js'])(
      'says with %s what it may not do',
      async (path) => {
        const { headers } = await get(port, path);
        expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
        expect(headers['content-security-policy']).not.toMatch(/'unsafe/);
        const ofScripts =
          "; script-src 'self' 'sha256-a=' 'sha256-b=' 'wasm-unsafe-eval'; script-src-attr 'none'; style-src 'self' 'sha256-c=';";
        expect(headers['content-security-policy']!.includes(ofScripts)).toBe(how !== 'as it is');
        expect(headers['x-content-type-options']).toBe('nosniff');
      },
    );
  },
);

describe('The header files', () => {
  it('get the whole policy of a site, each the same', () => {
    const folder = mkdtempSync(join(tmpdir(), 'opsnotes-headers-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    for (const name of ['index.html', '404.html']) writeFileSync(join(folder, name), FILES[name]!);
    writeHeaderFiles(folder, join(folder, 'headers'));
    const policies = ['_headers', 'nginx.conf', 'Caddyfile'].map(
      (name) => /base-uri [^"\n]*/.exec(readFileSync(join(folder, 'headers', name), 'utf8'))?.[0],
    );
    expect(new Set(policies)).toEqual(
      new Set([
        "base-uri 'none'; connect-src 'self'; default-src 'none'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; frame-src 'none'; " +
          "img-src 'self'; manifest-src 'self'; media-src 'self'; object-src 'none'; script-src 'self' 'sha256-b='; script-src-attr 'none'; " +
          "style-src 'self' 'sha256-c='; style-src-attr 'none'; worker-src 'self'",
      ]),
    );
  });

  it('allow the style attributes of all pages', () => {
    const folder = mkdtempSync(join(tmpdir(), 'opsnotes-headers-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    for (const [name, hash] of Object.entries({ a: "'sha256-a='", b: "'sha256-b='", c: '' }))
      writeFileSync(
        join(folder, `${name}.html`),
        `<meta http-equiv="content-security-policy" content="style-src 'self'; ${hash && `style-src-attr 'unsafe-hashes' ${hash};`}">`,
      );
    expect(sourcesOf(folder).styleAttributes).toEqual(["'sha256-a='", "'sha256-b='", "'unsafe-hashes'"]);
  });

  const texts = ['_headers', 'nginx.conf', 'Caddyfile'].map((name) => readFileSync(`deploy/${name}`, 'utf8'));

  it('have the same policy', () => {
    const policies = texts.map((text) => /base-uri [^"\n]*/.exec(text)?.[0]);
    expect(new Set(policies).size).toBe(1);
  });
});

function configuration(file: string, folder: string, port: number): string {
  const sample = readFileSync(file, 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /var/www/opsnotes;', `root ${folder}/site;`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `daemon off;\nmaster_process off;\npid ${folder}/pid;\nevents {}\nhttp {\naccess_log off;\n${temporary.join('\n')}\n${sample}\n}\n`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits for an answer: each try waits for the next turn, and the hook has a time limit. */
async function answering(port: number): Promise<void> {
  for (;;) {
    const status = await get(port, '/').then(
      ({ status }) => status,
      () => 0,
    );
    if (status === 200) return;
  }
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    ask({ host: '127.0.0.1', port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) });
      });
    })
      .on('error', fail)
      .end();
  });
}
