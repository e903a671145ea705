import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkFolder } from '../../../src/checks/folder.ts';

const LIST = "export const list = ['a'];";

it.each([
  ['elements of prose', '<ul>{list.map((one) => <li title={one}>{one}</li>)}</ul>'],
  [
    'our own callouts',
    '{list.length > 0 && <Note>There is one.</Note>}\n\n{list[0] && <Warning>Mind.</Warning>}',
  ],
  ['fragments', '{list.map((one) => <>{one}<br /></>)}'],
])('an expression may show %s', async (_, text) => {
  expect(await faultsOf(text)).toEqual([]);
});

it.each([
  ['an element', '<span slot="a">Text</span>'],
  ['a fragment', '<Fragment slot="a">Text</Fragment>'],
])('%s may go into a named slot of an imported component', async (_, text) => {
  expect(await faultsOf(`import Panel from './panel.js';\n\n<Panel>${text}</Panel>\n`)).toEqual([]);
  expect(await faultsOf(`import Panel from './panel.js';\n\n<Panel>\n\n${text}\n\n</Panel>\n`)).toEqual([]);
});

it('an element outside of a component has no slot', async () => {
  expect(await faultsOf('<p>An <span slot="a">element</span></p>')).toEqual([
    expect.objectContaining({ code: 'forbidden-attribute', line: 11 }),
  ]);
});

it('a component of Astro is not for the browser, one of a framework may be', async () => {
  const text = (file: string): string =>
    `import Panel from '${file}';\n\n<Panel>\n\n<Panel client:load />\n\n</Panel>\n`;
  expect(await faultsOf(text('./panel.astro'))).toEqual([
    expect.objectContaining({
      code: 'mdx-component',
      line: 15,
      message: expect.stringContaining('Unexpected `client:load` of `<Panel>`') as string,
    }),
  ]);
  expect(await faultsOf(text('./panel.js'))).toEqual([]);
});

it('an import with a query uses the file', async () => {
  const text = "import rows from './rows.csv?raw';\n\n{rows}";
  expect(await warningsOf(text)).toEqual([]);
  expect(await warningsOf(text.replace('rows.csv', 'data.json'))).toEqual([
    expect.objectContaining({ code: 'unused-file', file: expect.stringMatching(/rows\.csv$/) as string }),
  ]);
});

it.each([
  ['{list.map((one) => <script>{one}</script>)}', 'forbidden-element', 'Unexpected element `<script>`'],
  [
    '{list.map((one) => <li onclick={one}>{one}</li>)}',
    'forbidden-attribute',
    'Unexpected attribute `onclick` of `<li>`',
  ],
  ['{list.map((one) => <li set:html={one} />)}', 'forbidden-attribute', 'Unexpected attribute of `<li>`'],
  ['{list.map((one) => <li {...one} />)}', 'forbidden-attribute', 'Unexpected attribute of `<li>`'],
  [
    '{list.map((one) => <a href={one}>{one}</a>)}',
    'forbidden-attribute',
    'Unexpected `href` of `<a>` in an expression',
  ],
  ['{list.map((one) => <h2>{one}</h2>)}', 'forbidden-element', 'Unexpected `<h2>` in an expression'],
  ['{list.length > 0 && <Chart data="a.csv" />}', 'mdx-component', 'Unexpected `<Chart>` in an expression'],
  ['{list.map((one) => <Notes>{one}</Notes>)}', 'mdx-component', 'Unexpected component `<Notes>`'],
  [
    '<Note>{list.map((one) => <iframe src={one} />)}</Note>',
    'forbidden-element',
    'Unexpected element `<iframe>`',
  ],
])('an expression must not show %s', async (text, code, message) => {
  const [fault, ...others] = await faultsOf(`A line before it.\n\n${text}`);
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ code, line: 13, message: expect.stringContaining(message) as string });
});

it.each([
  [
    "import Q from '/etc/passwd';",
    'missing-file',
    'Unexpected `/etc/passwd`, expected a file of the project.',
  ],
  [
    "import { nope } from './data.json';",
    'mdx-render',
    'Unexpected name `nope`, expected a key of `./data.json`.',
  ],
])('an import must not be %s', async (text, code, message) => {
  expect(await faultsOf(text)).toEqual([expect.objectContaining({ code, line: 11, message })]);
});

it.each(["import '/src/site.ts';", "import { one } from './data.json';", "import data from './data.json';"])(
  'an import may be %s',
  async (text) => {
    expect(await faultsOf(text)).toEqual([]);
  },
);

/** The faults of an article with a list and some text, from line 11 on, and a data file beside it. */
async function faultsOf(text: string): Promise<object[]> {
  return (await checked(text)).faults;
}

async function warningsOf(text: string): Promise<object[]> {
  return (await checked(text)).warnings;
}

async function checked(text: string): ReturnType<typeof checkFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'opsnotes-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const name of ['articles', 'tags']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'tags/xen.yaml'), 'label: { en: Xen }\ndescription: { en: A hypervisor. }\n');
  writeFileSync(join(folder, 'articles/data.json'), '{ "one": 1 }');
  writeFileSync(join(folder, 'articles/panel.js'), 'export default () => null;\n');
  writeFileSync(join(folder, 'articles/panel.astro'), '<slot />\n');
  writeFileSync(join(folder, 'articles/rows.csv'), 'a\n1\n');
  const front = 'kind: note\ntitle: A\ndescription: B.\npublished: 2024-01-01\ntags: [xen]';
  writeFileSync(join(folder, 'articles/a.mdx'), `---\n${front}\n---\n\n${LIST}\n\n${text}\n`);
  return await checkFolder(folder);
}
