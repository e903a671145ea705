import { expect, it } from 'vitest';
import { sectionTexts } from '../../../src/outputs/computed-sections.ts';

it('computed text is found under its heading', () => {
  const html =
    '<p>Written. <!--part 9-->2026<!--/part 9--></p>\n<h2 id="a">A</h2>\n<!--part 20--><p>One</p><p>two <b>three</b></p><!--/part 20-->\n<p>Written too.</p>';
  expect([...sectionTexts(html)]).toEqual([
    ['', '2026'],
    ['a', 'One two three'],
  ]);
});

it('blocks within a component, scripts and styles are left out', () => {
  const html =
    '<!--part 1--><section><style>p{}</style>Text<figure class="block session"><pre>ls</pre></figure><script>a()</script></section><!--/part 1-->';
  expect([...sectionTexts(html)]).toEqual([['', 'Text']]);
});

it('a text that computes nothing has none', () => {
  expect(sectionTexts('<p>Written.</p><!-- a comment -->')).toEqual(new Map());
});
