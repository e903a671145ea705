import { rmSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { DevProject, eventually } from './dev-project.ts';

const project = new DevProject('dev-server');
const article = project.file('content/articles/plain.mdx');
const tag = project.file('content/tags/xen.yaml');

beforeAll(async () => {
  writeFileSync(tag, 'label: Xen\n');
  await project.start();
});

afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.log(project.printed);
});

afterAll(() => {
  project.stop();
});

it('only tells of a faulty tag, not of the articles that have it', async () => {
  expect(project.printed).toContain('content/tags/xen.yaml:1  missing-key  Unexpected end of the keys');
  writeFileSync(tag, 'label: Xen\ndescription: The hypervisor.\n');
  await eventually(() => {
    expect(project.printed).toContain('No faults left.');
  });
  expect(project.printed).not.toContain('Invalid content reference');
});

it('shows what throws in a text on its page and in the terminal, and goes on', async () => {
  const plain = readFileSync(article, 'utf8');
  const fault =
    'content/articles/plain.mdx:11  mdx-render  Unexpected error in `<Bad>`, expected it to render: ';
  const failing =
    'import Bad from \'../../src/components/Bad.astro\';\n\n<Bad with="error" />\n\n## First part';
  writeFileSync(article, plain.replace('## First part', failing));
  await eventually(async () => {
    expect(await project.textAt('/articles/plain/')).toMatch(
      /plain\.mdx:11.*mdx-render.*The reading is not a number/s,
    );
  });
  expect(project.printed).toContain(fault);
  expect(project.printed).toContain('\n    See src/components/Bad.astro:7.\n');
  expect(project.printed).not.toMatch(/^\s+at /m);
  expect(await project.textAt('/rss.xml')).toContain('A plain article');

  writeFileSync(article, plain);
  await eventually(async () => {
    expect(await project.textAt('/articles/plain/')).not.toContain('mdx-render');
  });
  expect(project.printed).toContain('That is mended.');
});

it('answers for a text that has just been deleted', async () => {
  await project.textAt('/articles/plain/');
  rmSync(article);
  await eventually(async () => {
    const { status } = await fetch(`${project.origin}/articles/plain/`);
    expect(status).not.toBe(500);
    expect(status).toBe(404);
  });
});

it('starts again with a plug-in that is added to Astro’s configuration', async () => {
  const config = project.file('astro.config.mjs');
  const before = readFileSync(config, 'utf8');
  writeFileSync(
    config,
    before
      .replace('import { defineConfig }', "import { shout } from './src/shout.mjs';\nimport { defineConfig }")
      .replace('hastPlugins: [', 'hastPlugins: [shout, '),
  );
  await eventually(async () => {
    expect(await (await fetch(`${project.origin}/articles/gauges/`)).text()).toContain('<em class="shout">');
  });
  expect(project.printed).not.toContain('restart failed');
});

it('sees changes of a plug-in, and waits while it is faulty', async () => {
  const plugin = project.file('src/shout.mjs');
  const before = readFileSync(plugin, 'utf8');
  writeFileSync(plugin, `${before}(`);
  await eventually(() => {
    expect(project.printed).toMatch(/src\/shout\.mjs:\d+ {2}page-render/);
    expect(project.printed).toContain('The server starts again when that is mended.');
  });
  writeFileSync(plugin, before.replace("['shout']", "['whisper']"));
  await eventually(async () => {
    expect(await (await fetch(`${project.origin}/articles/gauges/`)).text()).toContain(
      '<em class="whisper">',
    );
  });
});

it('goes on to see new, changed and deleted articles after that', async () => {
  const added = project.file('content/articles/added.mdx');
  const status = async (): Promise<number> => (await fetch(`${project.origin}/articles/added/`)).status;
  expect(await status()).toBe(404);
  const text = (description: string): string =>
    `---\nkind: note\ntitle: Added\ndescription: ${description}\npublished: 2026-03-01\ntags: [xen]\n---\n\nText.\n`;
  writeFileSync(added, text('A new article.'));
  await eventually(async () => {
    expect(await project.textAt('/articles/added/')).toContain('A new article.');
  });
  writeFileSync(added, text('A changed article.'));
  await eventually(async () => {
    expect(await project.textAt('/articles/added/')).toContain('A changed article.');
  });
  rmSync(added);
  await eventually(async () => {
    expect(await status()).toBe(404);
  });
});

it('shows new settings, and the faults of settings without starting again', async () => {
  const settings = project.file('content/site.yaml');
  writeFileSync(settings, 'title: Another name\n');
  await eventually(async () => {
    expect(await project.textAt('/articles/gauges/')).toContain('Another name');
  });
  writeFileSync(settings, 'title: Yet another\nname: unknown\n');
  await eventually(async () => {
    const page = await project.textAt('/articles/gauges/');
    expect(page).toContain('unknown-key');
    expect(page).toContain('Another name');
  });
});
