import { expect, it } from 'vitest';
import { sectionTexts } from '../../../src/outputs/computed-sections.ts';

it('computed text is found under its heading, with the rest of its paragraph', () => {
  const html =
    '<p>Written. <!--part 9-->2026<!--/part 9--></p>\n<h2 id="a">A</h2>\n<!--part 20--><p>One</p><p>two <b>three</b></p><!--/part 20-->\n<p>Written too.</p>';
  expect([...sectionTexts(html)]).toEqual([
    ['', 'Written. 2026'],
    ['a', 'One\ntwo three'],
  ]);
});

it.each([
  [
    'keeps a word whole',
    '<p>glusterfs-<!--part 1-->3.0.5<!--/part 1-->.tar.gz</p>',
    'glusterfs-3.0.5.tar.gz',
  ],
  [
    'keeps two parts apart',
    '<p><!--part 1-->one<!--/part 1--></p><ul><li>a <!--part 2-->two<!--/part 2--></li><li>b</li></ul>',
    'one\na two',
  ],
  [
    'keeps lines and cells apart',
    '<!--part 1--><p>a<br>b</p><table><tr><td>c</td><td>d</td></tr></table><!--/part 1-->',
    'a b\nc\nd',
  ],
  ['has what a picture shows', '<!--part 1--><img alt="Two bars" src="a.png"><!--/part 1-->', 'Two bars'],
  ['leaves a paragraph without computed text out', '<p>a</p><!--part 1--> <!--/part 1--><p>b</p>', undefined],
])('%s', (_, html, text) => {
  expect(sectionTexts(html).get('')).toBe(text);
});

it('blocks within a component, scripts and styles are left out', () => {
  const html =
    '<!--part 1--><section><style>p{}</style>Text<figure class="block session"><pre>ls</pre></figure><script>a()</script></section><!--/part 1-->';
  expect([...sectionTexts(html)]).toEqual([['', 'Text']]);
});

it('a text that computes nothing has none', () => {
  expect(sectionTexts('<p>Written.</p><!-- a comment -->')).toEqual(new Map());
});
