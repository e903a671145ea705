import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { projectCopy } from './project-copy.ts';

/** The dev server of a project with additions, its address, and what it has printed. */
let server: ChildProcess;
let origin: string;
let printed = '';
let folder: string;
let article: string;
let tag: string;

beforeAll(async () => {
  folder = projectCopy('dev-server', 'tests/fixtures/additions', (config) =>
    config
      .replace('import { defineConfig }', "import preact from '@astrojs/preact';\nimport { defineConfig }")
      .replace('integrations: [', 'integrations: [preact(), '),
  );
  article = join(folder, 'content/articles/plain.mdx');
  tag = join(folder, 'content/tags/xen.yaml');
  writeFileSync(tag, 'label: Xen\n');
  server = spawn(process.execPath, ['src/cli/dev.ts', '--port', '0'], {
    cwd: folder,
    // Under Vitest, Astro's dev server doesn't answer.
    env: {
      ...process.env,
      VITEST: '',
      NODE_ENV: 'development',
      OPSNOTES_CONTENT: 'content',
      OPSNOTES_COMMAND: 'dev',
    },
  });
  for (const stream of [server.stdout!, server.stderr!])
    stream.on('data', (text: Buffer) => (printed += text.toString()));
  origin = await eventually(() => {
    const found = /http:\/\/localhost:\d+/.exec(printed)?.[0];
    expect(found, printed).toBeDefined();
    return found!;
  });
});

afterAll(() => {
  server.kill();
});

it('only tells of a faulty tag, not of the articles that have it', async () => {
  expect(printed).toContain('content/tags/xen.yaml:1  missing-key  Unexpected end of the keys');
  writeFileSync(tag, 'label: Xen\ndescription: The hypervisor.\n');
  await eventually(() => {
    expect(printed).toContain('No faults left.');
  });
  expect(printed).not.toContain('Invalid content reference');
});

it('shows what throws in a text on its page and in the terminal, and goes on', async () => {
  const plain = readFileSync(article, 'utf8');
  const fault =
    'content/articles/plain.mdx:11  mdx-render  Unexpected error in `<Bad>`, expected it to render: ';
  const failing =
    'import Bad from \'../../src/components/Bad.astro\';\n\n<Bad with="error" />\n\n## First part';
  writeFileSync(article, plain.replace('## First part', failing));
  await eventually(async () => {
    expect(await textAt('/articles/plain/')).toMatch(
      /plain\.mdx:11.*mdx-render.*The reading is not a number/s,
    );
  });
  expect(printed).toContain(fault);
  expect(printed).toContain('\n    See src/components/Bad.astro:7.\n');
  expect(printed).not.toMatch(/^\s+at /m);
  expect(await textAt('/rss.xml')).toContain('A plain article');

  writeFileSync(article, plain);
  await eventually(async () => {
    expect(await textAt('/articles/plain/')).not.toContain('mdx-render');
  });
  expect(printed).toContain('That is mended.');
});

it('answers for a text that has just been deleted', async () => {
  await textAt('/articles/plain/');
  rmSync(article);
  await eventually(async () => {
    const { status } = await fetch(`${origin}/articles/plain/`);
    expect(status).not.toBe(500);
    expect(status).toBe(404);
  });
});

it('starts again with a plug-in that is added to Astro’s configuration', async () => {
  const config = join(folder, 'astro.config.mjs');
  const before = readFileSync(config, 'utf8');
  writeFileSync(
    config,
    before
      .replace('import { defineConfig }', "import { shout } from './src/shout.mjs';\nimport { defineConfig }")
      .replace('hastPlugins: [', 'hastPlugins: [shout, '),
  );
  await eventually(async () => {
    expect(await (await fetch(`${origin}/articles/gauges/`)).text()).toContain('<em class="shout">');
  });
  expect(printed).not.toContain('restart failed');
});

it('sees changes of a plug-in, and waits while it is faulty', async () => {
  const plugin = join(folder, 'src/shout.mjs');
  const before = readFileSync(plugin, 'utf8');
  writeFileSync(plugin, `${before}(`);
  await eventually(() => {
    expect(printed).toMatch(/src\/shout\.mjs:\d+ {2}page-render/);
    expect(printed).toContain('The server starts again when that is mended.');
  });
  writeFileSync(plugin, before.replace("['shout']", "['whisper']"));
  await eventually(async () => {
    expect(await (await fetch(`${origin}/articles/gauges/`)).text()).toContain('<em class="whisper">');
  });
});

it('goes on to see new, changed and deleted articles after that', async () => {
  const added = join(folder, 'content/articles/added.mdx');
  const status = async (): Promise<number> => (await fetch(`${origin}/articles/added/`)).status;
  expect(await status()).toBe(404);
  const text = (description: string): string =>
    `---\nkind: note\ntitle: Added\ndescription: ${description}\npublished: 2026-03-01\ntags: [xen]\n---\n\nText.\n`;
  writeFileSync(added, text('A new article.'));
  await eventually(async () => {
    expect(await textAt('/articles/added/')).toContain('A new article.');
  });
  writeFileSync(added, text('A changed article.'));
  await eventually(async () => {
    expect(await textAt('/articles/added/')).toContain('A changed article.');
  });
  rmSync(added);
  await eventually(async () => {
    expect(await status()).toBe(404);
  });
});

it('starts again once a plug-in is there that was imported first', async () => {
  const config = join(folder, 'astro.config.mjs');
  const before = readFileSync(config, 'utf8');
  const asked = printed.length;
  writeFileSync(config, `import './src/later.mjs';\n${before}`);
  await eventually(() => {
    expect(printed.slice(asked)).toContain('later.mjs');
  });
  writeFileSync(join(folder, 'src/later.mjs'), 'console.log("Later it is.");\n');
  await eventually(async () => {
    expect(printed).toContain('Later it is.');
    expect(await textAt('/articles/gauges/')).toContain('<em class="whisper">');
  });
  writeFileSync(config, before);
});

it('waits while the configuration is gone', async () => {
  const config = join(folder, 'astro.config.mjs');
  const before = readFileSync(config, 'utf8');
  rmSync(config);
  await eventually(() => {
    expect(printed).toContain('astro.config.mjs:1  page-render  Unexpected project without this file');
  });
  expect(printed).not.toContain('This is a bug');
  writeFileSync(config, before);
  await eventually(() => textAt('/articles/gauges/'));
});

it('shows new settings, and the faults of settings without starting again', async () => {
  const settings = join(folder, 'content/site.yaml');
  writeFileSync(settings, 'title: Another name\n');
  await eventually(async () => {
    expect(await textAt('/articles/gauges/')).toContain('Another name');
  });
  writeFileSync(settings, 'title: Yet another\nname: unknown\n');
  await eventually(async () => {
    const page = await textAt('/articles/gauges/');
    expect(page).toContain('unknown-key');
    expect(page).toContain('Another name');
  });
});

async function textAt(path: string): Promise<string> {
  const answer = await fetch(origin + path);
  expect(answer.status, path).toBe(200);
  return answer.text();
}

/** The server needs a moment to see a change. */
function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 60_000, interval: 100 });
}
