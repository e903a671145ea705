import { satteri } from '@astrojs/markdown-satteri';
import { describe, expect, it } from 'vitest';
import { textFeatures } from '../../../src/content/outline/features.ts';
import { dictionary } from '../../../src/i18n/dictionary.ts';
import { textPlugins } from '../../../src/markdown/plugins.ts';
import { FILE } from './rendered-html.ts';

describe('a compiled text says where it is', () => {
  it('at each expression, also in attributes, and at each component', async () => {
    const code = await compiled(
      "import A from './a.astro';\n\nText {A.b}\nand {\n  A.c\n}.\n\n<A\n  one={A.d}\n>\n\n<A />\n\n</A>\n",
    );
    expect(linesIn(code, /inText\("[^"]+", (\d+), \(\) => (A\.\w)\)/g)).toEqual(['3 A.b', '5 A.c', '9 A.d']);
    expect(linesIn(code, /line: (\d+)/g)).toEqual(['3', '5', '8', '12']);
  });

  it('at each statement, but not at imports', async () => {
    const code = await compiled(
      "export const a = 1;\nimport A from './a.astro';\n\nexport function b() {\n}\n",
    );
    expect(linesIn(code, /reached\("[^"]+", (\d+)\);\nexport (\w+)/g)).toEqual(['1 const', '4 function']);
  });

  it('imports our own components where a text computes them, unless it has its own', async () => {
    const ours = await compiled('{1 && <Note>Yes</Note>}\n');
    expect(ours).toMatch(/^import Note from ".*\/src\/components\/Note\.astro";$/m);
    const own = await compiled("import Note from './my-note.astro';\n\n{1 && <Note>Yes</Note>}\n");
    expect(own.match(/^import Note from/gm)).toHaveLength(1);
  });

  it('leaves components alone that go into a slot of another one, and fragments', async () => {
    const code = await compiled(
      'import A from \'./a.astro\';\n\n<A><A slot="b" /><Fragment slot="c">d</Fragment></A>\n',
    );
    expect(linesIn(code, /line: (\d+)/g)).toEqual(['3']);
  });
});

it('a text that computes nothing gets no such code', async () => {
  expect(await compiled('# Hello\n\n<Note>World</Note>\n')).not.toContain('_opsnotes_');
});

async function compiled(mdx: string): Promise<string> {
  const t = dictionary('en');
  const hastPlugins = [textPlugins({ href: (path) => path, t })];
  const renderer = await satteri({ features: textFeatures(t), hastPlugins }).createMdxRenderer?.(
    { syntaxHighlight: false } as never,
    { optimize: true, srcDir: new URL('file:///src/'), sourcemap: false },
  );
  return (await renderer!.process(mdx, FILE, {})).code;
}

function linesIn(code: string, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map(([, ...groups]) => groups.join(' ')).toSorted(byNumber);
}

function byNumber(a: string, b: string): number {
  return Number.parseInt(a) - Number.parseInt(b);
}
