import { describe, expect, it } from 'vitest';
import { fromHtml } from './an-import.ts';

/** HTML as blogs write it, and the resulting text. */
const CASES: Record<string, [html: string, text: string]> = {
  'paragraphs, emphasis and links': [
    '<p>Some <b>bold </b>and <i>slanted</i> <a href="https://a.example/">text</a>.</p><p>More.</p>',
    'Some **bold** and _slanted_ [text](https://a.example/).\n\nMore.\n',
  ],
  'characters that mean something to MDX': [
    '<p>If a &lt; b then {x} or {{ y }} and &lt;hostname&gt;.</p><p>import it</p><p>export default it</p>',
    'If a \\< b then \\{x} or \\{\\{ y }} and \\<hostname>.\n\n&#105;mport it\n\n&#101;xport default it\n',
  ],
  'names in angle brackets that were never escaped, and elements of forms and lists of old': [
    '<p>Run <command>on</command> <content>every</content> <element>result</element>.</p><title>A</title><datalist><option>b</option></datalist><menu><li>c</li></menu>',
    'Run on every result.\n\nAb\n\n- c\n',
  ],
  'code with its lines, entities and blank lines': [
    '<pre>for i in 1 2; do\n\n  echo "$i" &gt; /tmp/$i &amp;&amp; true\ndone</pre>',
    '```text\nfor i in 1 2; do\n\n  echo "$i" > /tmp/$i && true\ndone\n```\n',
  ],
  'code whose lines end with br': [
    '<pre>$ yum install ntp<br>$ service ntpd start<br /></pre>',
    '```console\n$ yum install ntp\n$ service ntpd start\n```\n',
  ],
  'code with br and newline at each end of line': [
    '<p><code>yum install ntp<br />\nservice ntpd start</code></p>',
    '```bash\nyum install ntp\nservice ntpd start\n```\n',
  ],
  'the language of a highlighter': [
    '<div class="highlight"><pre class="language-yaml"><code><span>a</span>: <span>1</span>\n</code></pre></div>',
    '```yaml\na: 1\n```\n',
  ],
  'a highlighter’s table of line numbers': [
    '<table class="highlighttable"><tr><td class="linenos"><pre>1\n2</pre></td><td class="code"><pre>import os\nos.getcwd()\n</pre></td></tr></table>',
    '```python\nimport os\nos.getcwd()\n```\n',
  ],
  'a highlighter’s lines as elements': [
    '<pre class="brush: bash"><div class="line">uname -a</div><div class="line">uptime</div></pre>',
    '```bash\nuname -a\nuptime\n```\n',
  ],
  'prompts that name their host': [
    '<pre>[root@web1 ~]# uptime\n 12:00 up 1 day\n[root@web2 ~]# uptime\n</pre>',
    '```console\n[root@web1 ~]# uptime\n 12:00 up 1 day\n[root@web2 ~]# uptime\n```\n',
  ],
  'a shortcode with markup in its code': [
    '[bash]\nif [ $a -lt 2 ] &amp;&amp; [ -f /etc/hosts ]; then\n  cat < /etc/hosts\nfi\n[/bash]',
    '```bash\nif [ $a -lt 2 ] && [ -f /etc/hosts ]; then\n  cat < /etc/hosts\nfi\n```\n',
  ],
  'elements that Markdown cannot express': [
    '<p>Press <kbd>Ctrl</kbd>, H<sub>2</sub>O, <abbr title="Central Processing Unit">CPU</abbr>.</p><details><summary>More</summary><p>Text</p></details>',
    'Press <kbd>Ctrl</kbd>, H<sub>2</sub>O, <abbr title="Central Processing Unit">CPU</abbr>.\n\n<details>\n  <summary>More</summary>\n\n  Text\n</details>\n',
  ],
  'a table of lines': [
    '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>a|b</td></tr></table>',
    '| A | B |\n| - | - |\n| 1 | a\\|b |\n',
  ],
  'a table that Markdown cannot express': [
    '<table><tr><td colspan="2">1</td></tr><tr><td>2</td><td><pre>$ ls</pre></td></tr></table>',
    '<table>\n  <tbody>\n    <tr>\n      <td colspan="2">1</td>\n    </tr>\n\n    <tr>\n      <td>2</td>\n\n      <td>\n        ```console\n        $ ls\n        ```\n      </td>\n    </tr>\n  </tbody>\n</table>\n',
  ],
  'headings: the highest is of the second level, none is skipped': [
    '<h1>One</h1><h4>Two</h4><h2>Three</h2><h2> </h2>',
    '## One\n\n### Two\n\n### Three\n',
  ],
  'a frame, which becomes a link': [
    '<iframe src="//www.youtube.com/embed/abc"></iframe>',
    '[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)\n',
  ],
  'scripts, forms and anything else that runs': [
    '<p onclick="x()">a<script>alert(1)</script></p><form><input name="q"></form><a href="javascript:x()">b</a><style>p {}</style>',
    'a\n\nb\n',
  ],
  'empty lines instead of paragraphs': [
    '<div>One<br /><br />\nTwo<br>lines<br>\n<br><pre>code</pre></div><p id="a">Three<br><br>Four</p>',
    'One\n\nTwo\\\nlines\n\n```text\ncode\n```\n\nThree\n\nFour\n',
  ],
  'code in a box without <pre>': [
    '<div class="code">mount /dev/sdb1 /mnt<br>df -h</div><p>a <span style="font-family: Courier New, monospace">$ uptime<br />$ df</span></p>',
    '```bash\nmount /dev/sdb1 /mnt\ndf -h\n```\n\na\n\n```console\n$ uptime\n$ df\n```\n',
  ],
  'a monospaced box that is not code': [
    '<div style="font-family: monospace"><p>One.</p><p>Two.</p></div><p class="code">one line</p>',
    'One.\n\nTwo.\n\none line\n',
  ],
  'links within the site, to articles and to nowhere': [
    '<p><a href="/2010/05/post/">self</a> <a href="/about">other</a> <a href="#x">no heading</a> <a href="http://">none</a></p>',
    '[self](/articles/post/) [other](https://blog.example/about) no heading none\n',
  ],
};

describe('HTML', () => {
  it.each(Object.entries(CASES))('%s', async (_name, [html, text]) => {
    const imported = await fromHtml(html);
    expect(imported.text).toBe(text);
    expect(imported.faults).toEqual([]);
  });

  it('is converted with a report of what is dropped', async () => {
    const { codes } = await fromHtml(
      '<p>a</p><form></form><script>b</script><iframe src="https://a.example/"></iframe>',
    );
    expect(codes).toEqual(['dropped: no-form', 'dropped: no-form', 'dropped: no-form']);
  });

  it('has the hosts of its prompts in the frontmatter', async () => {
    const { frontmatter } = await fromHtml('<pre>[root@web1 ~]# uptime</pre><pre>anna@db2:~$ uptime</pre>');
    expect(frontmatter).toContain('hosts: [web1, db2]\n');
  });
});
