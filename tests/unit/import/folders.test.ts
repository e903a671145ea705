import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { aFolder, importFolder, importFrom, type Files } from './an-import.ts';

let png: Uint8Array;

beforeAll(async () => {
  png = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
});

const POST = '---\ntitle: Post\ndate: 2010-05-28\ntags: [linux]\n---\n';

/** Folders of generators, with their post's resulting file and some of its lines. */
const GENERATORS: Record<string, [files: () => Files, path: string, lines: string[]]> = {
  'Hugo, with TOML and a bundle': [
    () => ({
      'hugo.toml':
        'baseURL = "https://a.example/"\ntitle = "A"\n[permalinks]\nposts = "/:year/:month/:slug/"\n',
      'content/posts/2010/first/index.md':
        '+++\ntitle = "First"\ndate = 2010-05-28T00:34:10Z\ntags = ["Linux"]\naliases = ["/old/"]\ndraft = false\n+++\n\n![A picture](picture.png) and [the other]({{< ref "second.md" >}}) and [again](/2010/06/second/).\n',
      'content/posts/2010/first/picture.png': png,
      'content/posts/second.md':
        '---\ntitle: Second\ndate: 2010-06-01\ncategories: Linux\n---\n\n![Another](/images/a.png)\n',
      'static/images/a.png': png,
      'README.md': '# For those who work on it',
    }),
    'articles/first/index.mdx',
    [
      'published: 2010-05-28T00:34:10Z',
      '  - /2010/05/first/',
      '  - /old/',
      '![A picture](./picture.png) and [the other](/articles/second/) and [again](/articles/second/).',
    ],
  ],
  Jekyll: [
    () => ({
      '_config.yml': 'url: https://a.example\nbaseurl: /blog\npermalink: /:year/:month/:day/:title.html\n',
      '_posts/2010-05-28-first-post.markdown':
        '---\nlayout: post\ntitle: "First"\ncategories: [linux, network]\nredirect_from: /old.html\n---\n\nSee [x]({% post_url 2010-06-01-second %}) and ![p]({{ site.baseurl }}/assets/a.png).\n',
      '_posts/2010-06-01-second.md': '---\ntitle: Second\ntags: linux\n---\n\nText.\n',
      'assets/a.png': png,
      '_includes/x.md': 'no post',
    }),
    'articles/first-post/index.mdx',
    [
      'published: 2010-05-28',
      'tags: [linux, network]',
      '  - /blog/2010/05/28/first-post.html',
      '  - /old.html',
      'See [x](/articles/second/) and ![p](./a.png).',
    ],
  ],
  Docusaurus: [
    () => ({
      'docusaurus.config.js': "module.exports = { title: 'A', url: 'https://a.example', baseUrl: '/' };\n",
      'docs/intro.md':
        '---\nsidebar_position: 1\n---\n\n# Welcome\n\nGo [on](./guide/install.mdx#the-first-step) or [to nothing](./guide/install.mdx#gone).\n',
      'docs/guide/install.mdx':
        "---\ntitle: Install\n---\nimport Foo from './foo';\n\n## The first step\n\n<Foo />\n\n<img src={require('./a.png').default} alt=\"A\" />\n",
      'docs/guide/a.png': png,
    }),
    'articles/intro/index.mdx',
    ['title: Welcome', 'Go [on](/articles/install/#the-first-step) or [to nothing](/articles/install/).'],
  ],
  MkDocs: [
    () => ({
      'mkdocs.yml': 'site_name: A\nsite_url: https://a.example/docs/\n',
      'docs/index.md': '# Home\n\nRead [it](guide/disks.md), see ![a](img/a.png){ width="300" }.\n',
      'docs/guide/disks.md': '# Disks\n\n!!! note\n    Text.\n',
      'docs/img/a.png': png,
    }),
    'articles/home/index.mdx',
    ['title: Home', 'Read [it](/articles/disks/), see ![a](./a.png).'],
  ],
  Astro: [
    () => ({
      'astro.config.mjs': "export default { site: 'https://a.example' };\n",
      'src/content/blog/first.mdx':
        '---\ntitle: First\ndescription: In short.\npubDate: 2010-05-28\nupdatedDate: 2010-06-01\ntags: [linux]\n---\n\n![a](/a.png)\n',
      'public/a.png': png,
    }),
    'articles/first/index.mdx',
    ['description: In short.', 'published: 2010-05-28', 'updated: 2010-06-01', '![a](./a.png)'],
  ],
};

describe('A folder of', () => {
  it.each(Object.entries(GENERATORS))('%s', async (_name, [files, path, lines]) => {
    const imported = await importFolder(files());
    const text = imported.files[path] ?? Object.keys(imported.files).join('\n');
    expect(
      lines.filter((line) => !text.split('\n').includes(line)),
      text,
    ).toEqual([]);
    expect(imported.faults).toEqual([]);
  });
});

it('The home page of a folder keeps the site’s address, and no other', async () => {
  for (const [settings, path, alias] of [
    ['mkdocs.yml: site_url: https://a.example/docs/', 'docs/index.md', ['/docs/']],
    ['mkdocs.yml: site_url: https://a.example/', 'docs/index.md', undefined],
    ['hugo.yaml: baseURL: https://a.example/notes/', 'content/_index.md', ['/notes/']],
    ['_config.yml: {url: https://a.example, baseurl: /blog}', 'index.md', ['/blog/']],
  ] as const) {
    const [, file = '', yaml = ''] = /^(\S+): (.*)$/.exec(settings)!;
    const { frontmatter } = await importFolder({
      [file]: `${yaml}\n`,
      [path]: '---\ntitle: Start\n---\n\nText.\n',
      [path.replace(/_?index/, 'zzz')]: '---\ntitle: Zzz\n---\n\nText.\n',
    });
    const { title, aliases } = parse(frontmatter) as { title: string; aliases?: string[] };
    expect([settings, title, aliases]).toEqual([settings, 'Start', alias]);
  }
});

it('Liquid gets the values of the site and the page; others are dropped, and what is raw stays', async () => {
  const { files, notes, faults } = await importFolder({
    '_config.yml': 'title: My <site>\nurl: https://a.example\nbaseurl: /blog\nauthor: { name: Jo }\n',
    '_posts/2010-05-28-one.md':
      '---\ntitle: One\n---\n\n{{ site.title }} by {{site.author.name | escape}}: {{ page.title }}, {{ site.gone }}[two]({{ site.url }}{{ site.baseurl }}/2011/01/02/two.html).\n\nUse {% raw %}{{ user }}{% endraw %} or {% raw %}`{{ host }}`{% endraw %}.\n\n{% raw %}\nAnd {{ this }}.\n{% endraw %}\n\n```text\n{{ site.title }}\n```\n',
    '_posts/2011-01-02-two.md': '---\ntitle: Two\n---\n\nText.\n',
  });
  expect(files['articles/one/index.mdx']).toContain(
    '\n\nMy \\<site> by Jo: One, [two](/articles/two/).\n\nUse \\{\\{ user }} or `{{ host }}`.\n\nAnd \\{\\{ this }}.\n\n```text\n{{ site.title }}\n```\n',
  );
  expect(
    notes.filter(({ kind }) => kind === 'dropped').map(({ at, message }) => `${at.line}: ${message}`),
  ).toEqual(['5: Unexpected Liquid value `site.gone`, expected what an article can have.']);
  expect(faults).toEqual([]);
});

it('MkDocs includes other files, in text and in code; those that are not there are reported', async () => {
  const { files, notes } = await importFolder({
    'mkdocs.yml': 'site_name: A\n',
    'docs/index.md':
      '# Home\n\n--8<-- "parts/a.md"\n\n```ini title="/etc/a.conf"\n--8<-- "docs/parts/a.conf:2:3"\n```\n\n- item\n\n    ```text\n    --8<-- "parts/b.txt:mine"\n    ```\n\n```text\n--8<-- "../secret.txt"\n```\n\n--8<-- "gone.md"\n',
    'docs/parts/a.md': 'Included *text*.\n\n--8<-- "parts/a.md"\n',
    'docs/parts/c.md': '--8<-- "parts/d.md"\n'.repeat(2000),
    'docs/parts/d.md': '--8<-- "parts/e.md"\n'.repeat(2000),
    'docs/parts/e.md': 'Many.\n'.repeat(2000),
    'docs/parts/a.conf': 'a = 1\nb = 2\nc = 3\nd = 4\n',
    'docs/parts/b.txt': 'x\n# --8<-- [start:mine]\ny\n  z\n# --8<-- [end:mine]\n',
  });
  expect(files['articles/home/index.mdx']).toContain(
    '```ini title="/etc/a.conf"\nb = 2\nc = 3\n```\n\n- item\n\n  ```text\n  y\n    z\n  ```\n\n```text\n--8<-- "../secret.txt"\n```\n',
  );
  expect(files['articles/home/index.mdx']).toContain('Included _text_.');
  expect(notes.filter(({ kind, at }) => kind === 'dropped' && at.file === 'docs/index.md')).toHaveLength(1);
});

describe('A picture', () => {
  const withPicture = (content: Uint8Array | string, name = 'a.png') =>
    importFolder({ 'post.md': `${POST}\n![A](${name})\n`, [name]: content });

  it('is put next to the article, with the right extension', async () => {
    const { files, text } = await withPicture(png, 'a.jpg');
    expect(text).toBe('![A](./a.png)\n');
    expect(Object.keys(files)).toContain('articles/post/a.png');
  });

  it.each([
    ['of no bytes', ''],
    ['that is a text', 'no picture'],
    [
      'that runs a script',
      '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>x()</script></svg>',
    ],
  ])('%s becomes its alternative text, and is reported', async (_name, content) => {
    const { text, codes, faults } = await withPicture(content);
    expect(text).toBe('A\n');
    expect(codes).toEqual(['dropped: bad-picture']);
    expect(faults).toEqual([]);
  });

  it('with more pixels than a page shows is reduced, and reported', async () => {
    const large = await sharp({ create: { width: 5000, height: 10, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const { codes, folder, faults } = await withPicture(large);
    expect((await sharp(`${folder}/articles/post/a.png`).metadata()).width).toBe(4096);
    expect(codes).toEqual(['assumed: large-picture']);
    expect(faults).toEqual([]);
  });

  it('with more pixels than memory should hold is reported with their number', async () => {
    const huge = await sharp({ create: { width: 12_000, height: 10_000, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const { text, notes } = await withPicture(huge);
    expect(text).toBe('A\n');
    expect(notes.map(({ message }) => message)).toEqual([
      'Unexpected picture of 12000 × 10000 points in `a.png`, expected a picture that browsers show.',
    ]);
  });

  it('that doesn’t exist becomes its alternative text, and is reported', async () => {
    const { text, codes } = await importFolder({ 'post.md': `${POST}\n![A](gone.png)\n` });
    expect(text).toBe('A\n');
    expect(codes).toEqual(['dropped: missing-picture']);
  });

  it('from elsewhere becomes a link, and is reported', async () => {
    const { text, codes, faults } = await importFolder({
      'post.md': `${POST}\n![A](https://b.example/a.png)\n`,
    });
    expect(text).toBe('[A](https://b.example/a.png)\n');
    expect(codes).toEqual(['dropped: remote-picture']);
    expect(faults).toEqual([]);
  });

  it('without alternative text gets the words of its name, and a to-do for its author', async () => {
    const { text, codes } = await importFolder({
      'post.md': `${POST}\n![](load_average.png)\n`,
      'load_average.png': png,
    });
    expect(text).toBe('![load average](./load-average.png)\n');
    expect(codes).toEqual(['to do: picture-without-words']);
  });
});

it('an empty file does not become an article', async () => {
  const { articles, codes } = await importFolder({
    'a.md': '',
    'b.md': '---\n---\n',
    'post.md': `${POST}\nText.\n`,
  });
  expect(articles.new).toBe(1);
  expect(codes).toEqual(['refused: nothing-there', 'refused: nothing-there']);
});

it('a tag that was renamed is found by its former name', async () => {
  const folder = aFolder({
    'tags/kernel.yaml': 'label: Kernel\ndescription: The kernel.\nformerly: [linux]\n',
  });
  const { files } = await importFrom(aFolder({ 'post.md': `${POST}\nText.\n` }), {}, folder);
  expect(files['articles/post/index.mdx']).toContain('tags: [kernel]\n');
});

it('Jekyll’s tags are separated by spaces, unless they are a list', async () => {
  const { files } = await importFolder({
    '_config.yml': 'title: A blog\n',
    '_posts/2010-05-28-a.md': '---\ntitle: A\ntags: kvm backup\ncategory: Xen\n---\n\nx\n',
    '_posts/2010-05-29-b.md': '---\ntitle: B\ntags: [load balancer]\n---\n\nx\n',
  });
  expect(files['articles/a/index.mdx']).toContain('tags: [kvm, backup, xen]\n');
  expect(files['articles/b/index.mdx']).toContain('tags: [load-balancer]\n');
});

it('Hugo’s relref starts from the folder of all texts', async () => {
  const { files, codes } = await importFolder({
    'hugo.toml': 'title = "A site"\n',
    'content/posts/a.md':
      '---\ntitle: A\ndate: 2010-05-28\ntags: [x]\n---\n\n[b]({{< relref "notes/b.md#part" >}})\n',
    'content/notes/b.md': '---\ntitle: B\ndate: 2010-05-28\ntags: [x]\n---\n\n## Part\n\nx\n',
  });
  expect(files['articles/a/index.mdx']).toContain('[b](/articles/b/#part)');
  expect(codes).toEqual([]);
});

it('Marks of MkDocs’ extensions are converted; those without a counterpart are reported', async () => {
  const { files, codes } = await importFolder({
    'mkdocs.yml': 'site_name: A wiki\n',
    'docs/a.md':
      '---\ndate: 2010-05-28\ntags: [x]\n---\n\n# A\n\nPress ++ctrl+c++ for ==water==, H~2~O, 10^6^, ~~gone~~, a==b and ~/x~.\n\n*[HTML]: Hyper\n\n--8<-- "b.md"\n\n```text\n==x== H~2~O\n```\n',
  });
  expect(files['articles/a/index.mdx']).toMatch(
    /\n\nPress <kbd>ctrl<\/kbd>\+<kbd>c<\/kbd> for <mark>water<\/mark>, H<sub>2<\/sub>O, 10<sup>6<\/sup>, ~~gone~~, a=.?=b and .?~\/x.?~\.\n\n```text\n==x== H~2~O\n```\n$/,
  );
  expect(codes).toEqual(['dropped: no-form', 'dropped: no-form']);
});

it('A guide has its commands in numbered steps', async () => {
  const { kinds } = await importFolder({
    'guide.md': `${POST}\n1. Install:\n\n   \`\`\`bash\n   yum install ntp\n   \`\`\`\n\n2. Start:\n\n   \`\`\`bash\n   service ntpd start\n   \`\`\`\n`,
    'steps.md': `${POST}\n## Step 1: install\n\n\`\`\`\n$ yum install ntp\n\`\`\`\n\n## Step 2: start\n\n\`\`\`\n$ service ntpd start\n\`\`\`\n`,
    'note.md': `${POST}\n1. One\n2. Two\n\n\`\`\`bash\nuptime\n\`\`\`\n`,
  });
  expect(Object.fromEntries(kinds)).toEqual({ guide: 2, note: 1 });
});
