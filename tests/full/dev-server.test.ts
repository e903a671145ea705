import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { DevProject, eventually } from '../site/dev-project.ts';

const project = new DevProject('dev-server-of-changed-project');
const config = project.file('astro.config.mjs');

beforeAll(() => project.start());

afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.log(project.printed);
});

afterAll(() => {
  project.stop();
});

it('starts again once a plug-in is there that was imported first', async () => {
  const before = readFileSync(config, 'utf8');
  const asked = project.printed.length;
  writeFileSync(config, `import './src/later.mjs';\n${before}`);
  await eventually(() => {
    expect(project.printed.slice(asked)).toContain('later.mjs');
  });
  writeFileSync(project.file('src/later.mjs'), 'console.log("Later it is.");\n');
  await eventually(async () => {
    expect(project.printed).toContain('Later it is.');
    await project.textAt('/articles/gauges/');
  });
  writeFileSync(config, before);
});

it('waits while the configuration is gone', async () => {
  const before = readFileSync(config, 'utf8');
  rmSync(config);
  await eventually(() => {
    expect(project.printed).toContain(
      'astro.config.mjs:1  page-render  Unexpected project without this file',
    );
  });
  expect(project.printed).not.toContain('This is a bug');
  writeFileSync(config, before);
  await eventually(() => project.textAt('/articles/gauges/'));
});
