import { expect, it } from 'vitest';
import { partEnd, partStart } from '../../../../src/content/computed-part.ts';
import { computedTexts } from '../../../../src/outputs/twins/computed-texts.ts';

it.each([
  ['<button>clicks 1</button><span>child words</span>', 'clicks 1 child words'],
  ['<astro-island><button>1</button><astro-slot>child</astro-slot></astro-island>', '1 child'],
  ['<label>Name<input></label><button>Save</button>', 'Name Save'],
  ['<button>clicks 1</button><div>child words</div>', 'clicks 1\n\nchild words'],
  ['<p>Press <button>Save</button>, then wait.</p>', 'Press Save, then wait.'],
  ['<b>a</b><i>b</i>', '**a**_b_'],
  ['<ul><li>web1: 3</li><li>web2: 5</li></ul>', '- web1: 3\n- web2: 5'],
])('keeps the words of what a text computes apart: %s', (html, markdown) => {
  const place = { path: '/articles/a/', file: '/a.mdx', href: (path: string) => `https://s.example${path}` };
  const computed = computedTexts(`${partStart(7)}${html}${partEnd(7)}`, [], place);
  expect(computed.get(7)?.markdown).toBe(markdown);
});
