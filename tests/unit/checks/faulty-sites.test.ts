import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { byPlace, report, type Fault } from '../../../src/content/fault.ts';
import { withoutFaulty } from '../../../src/content/read-content.ts';
import { checkFolder } from '../../../src/checks/folder.ts';

const SITES = resolve('tests/fixtures/sites');
const FAULTY = join(SITES, 'faulty');

/** The single fault of each content folder in `faulty/`, by folder name. */
const CASES: Record<string, Expected> = {
  'attribution-without-source': {
    at: 'articles/a.mdx:7',
    code: 'missing-key',
    message: 'Unexpected end of `attribution`, expected the key `source`.',
  },
  'bad-slug': {
    at: 'articles/Two_words.mdx:1',
    code: 'bad-slug',
    message: 'Unexpected file name `Two_words`, expected lower-case letters, digits and single hyphens.',
  },
  'bad-slug-of-tag': {
    at: 'tags/high availability.yaml:1',
    code: 'bad-slug',
    message:
      'Unexpected file name `high availability`, expected lower-case letters, digits and single hyphens.',
  },
  'blank-title': {
    at: 'articles/a.mdx:3',
    code: 'blank-title',
    message: 'Unexpected blank `title`, expected visible text.',
  },
  'dead-heading': {
    at: 'articles/a.mdx:11',
    code: 'dead-link',
    message: 'Unexpected heading `#first-step`, expected one that exists.',
    hint: 'Did you mean `#first-steps`?',
  },
  'dead-heading-elsewhere': {
    at: 'articles/a.mdx:9',
    code: 'dead-link',
    message: 'Unexpected heading `#end`, expected one that exists.',
    hint: 'There are: #beginning, #middle.',
  },
  'dead-heading-without-headings': {
    at: 'articles/a.mdx:9',
    code: 'dead-link',
    message: 'Unexpected heading `#first-step`, expected one that exists.',
    hint: 'There is none.',
  },
  'dead-link': {
    at: 'articles/a.mdx:11',
    code: 'dead-link',
    message: 'Unexpected link to `/articles/bb/`, expected a page that exists.',
    hint: 'Did you mean `/articles/b/`?',
  },
  'dead-link-in-comment': {
    at: 'comments/a/one.yaml:5',
    code: 'dead-link',
    message: 'Unexpected link to `/tags/xn/`, expected a page that exists.',
    hint: 'Did you mean `/tags/xen/`?',
  },
  'dead-link-on-page': {
    at: 'pages/about.mdx:6',
    code: 'dead-link',
    message: 'Unexpected link to `/tags/drbd/`, expected a page that exists.',
  },
  'dead-link-to-draft': {
    at: 'articles/a.mdx:9',
    code: 'dead-link',
    message: 'Unexpected link to `/articles/draft/`, expected a page that exists.',
  },
  'dead-link-to-mdx': {
    at: 'articles/a.mdx:9',
    code: 'dead-link',
    message: 'Unexpected link to `./missing.mdx`, expected a page that exists.',
  },
  'dead-link-to-unused-tag': {
    at: 'articles/a.mdx:9',
    code: 'dead-link',
    message: 'Unexpected link to `/tags/virtualization/`, expected a page that exists.',
  },
  'dead-link-without-slash': {
    at: 'articles/a.mdx:9',
    code: 'dead-link',
    message: 'Unexpected link to `/tags/xen`, expected a page that exists.',
    hint: 'Did you mean `/tags/xen/`?',
  },
  'dead-step': {
    at: 'articles/a.mdx:9',
    code: 'dead-link',
    message: 'Unexpected anchor `#step-2`, expected one that exists.',
    hint: 'There are: #block-013knju, #step-02e3ihw.',
  },
  'duplicate-path-of-article': {
    at: 'articles/a.mdx:7',
    code: 'duplicate-path',
    message: 'Unexpected path `/articles/b/`, expected one that is free: `articles/b.mdx` has it.',
  },
  'duplicate-path-of-feed': {
    at: 'articles/a.mdx:7',
    code: 'duplicate-path',
    message: 'Unexpected path `/rss.xml/`, expected one that is free: a page of the site has it.',
  },
  'duplicate-path-of-page': {
    at: 'pages/tags.mdx:1',
    code: 'duplicate-path',
    message: 'Unexpected path `/tags/`, expected one that is free: a page of the site has it.',
  },
  'duplicate-path-of-site': {
    at: 'articles/a.mdx:9',
    code: 'duplicate-path',
    message: 'Unexpected path `/archive/`, expected one that is free: a page of the site has it.',
  },
  'duplicate-slug': {
    at: 'articles/a/index.mdx:1',
    code: 'duplicate-slug',
    message: 'Unexpected slug `a`, expected one that is free: `articles/a.mdx` has it.',
  },
  'file-link-in-comment': {
    at: 'comments/a/one.yaml:3',
    code: 'dead-link',
    message: 'Unexpected address `one.yaml`, expected `https:` or a path.',
  },
  'html-in-comment': {
    at: 'comments/a/one.yaml:6',
    code: 'html-in-comment',
    message: 'Unexpected HTML `<br>`, expected Markdown only.',
    hint: 'Put it in backticks to show it literally.',
  },
  'mdx-component': {
    at: 'articles/a.mdx:11',
    code: 'mdx-component',
    message:
      'Unexpected component `<Notes>`, expected an import of it or one of `<Note>`, `<Warning>`, `<Figure>`, `<Chart>`.',
    hint: 'Did you mean `Note`?',
  },
  'mdx-computed-address': {
    at: 'articles/a.mdx:11',
    code: 'mdx-component',
    message: 'Unexpected computed address `{"/tags/" + "xen/"}`, expected it in quotes.',
    hint: 'Only addresses written in the text are checked, and their files published; an imported component can compute them.',
  },
  'mdx-expression': {
    at: 'articles/a.mdx:11',
    code: 'lost-expression',
    message: 'Unexpected `{count}`, expected an expression with a value: nothing declares `count`.',
    hint: 'For literal braces write `\\{count}`, or put them in backticks.',
  },
  'mdx-expression-in-attribute': {
    at: 'articles/a.mdx:11',
    code: 'mdx-component',
    message: 'Unexpected name `nope` in braces, expected one that the text imports or exports.',
    hint: 'Braces contain an expression in MDX. For literal braces write `\\{` or put them in backticks.',
  },
  'mdx-import': {
    at: 'articles/a.mdx:9',
    code: 'missing-file',
    message: 'Unexpected `./note.astro`, expected a file that exists.',
  },
  'mdx-import-of-bad-json': {
    at: 'articles/a/index.mdx:10',
    code: 'mdx-render',
    message: expect.stringMatching(/^Unexpected data in `\.\/runs\.json`, expected JSON: /) as string,
  },
  'mdx-syntax': {
    at: 'articles/a.mdx:11',
    code: 'mdx-syntax',
    message: 'Unexpected end of the text, expected a closing tag for `<Note>`.',
    hint: 'Close it with `</Note>`, on a line of its own if the opening tag has one.',
  },
  'missing-data': {
    at: 'articles/a/index.mdx:9',
    code: 'missing-file',
    message: 'Unexpected `runs.csv`, expected a file that exists.',
    hint: 'Did you mean `run.csv`?',
  },
  'missing-end-of-frontmatter': {
    at: 'articles/a.mdx:1',
    code: 'missing-frontmatter',
    message: 'Unexpected beginning of the text, expected frontmatter between two lines of `---`.',
    hint: 'The second line of `---` is missing.',
  },
  'missing-frontmatter': {
    at: 'articles/a.mdx:1',
    code: 'missing-frontmatter',
    message: 'Unexpected beginning of the text, expected frontmatter between two lines of `---`.',
  },
  'missing-key': {
    at: 'articles/a.mdx:2',
    code: 'missing-key',
    message: 'Unexpected end of the keys, expected the key `description`.',
  },
  'missing-key-nested': {
    at: 'articles/a.mdx:7',
    code: 'missing-key',
    message: 'Unexpected end of `attribution`, expected the key `url`.',
  },
  'missing-kind': {
    at: 'articles/a.mdx:2',
    code: 'missing-key',
    message:
      'Unexpected end of the keys, expected the key `kind`: one of `conference`, `guide`, `benchmark`, `note`.',
  },
  'missing-linked-file': {
    at: 'articles/a.mdx:9',
    code: 'missing-file',
    message: 'Unexpected `figures.csv`, expected a file that exists.',
  },
  'missing-picture': {
    at: 'articles/a/index.mdx:9',
    code: 'missing-file',
    message: 'Unexpected `./graph.png`, expected a file that exists.',
    hint: 'Did you mean `grahp.png`?',
  },
  'missing-picture-in-expression': {
    at: 'articles/a.mdx:11',
    code: 'missing-file',
    message: 'Unexpected `./graph.png`, expected a file that exists.',
  },
  'missing-public-picture': {
    at: 'articles/a.mdx:9',
    code: 'missing-file',
    message: 'Unexpected `/favicon.svgz`, expected a file that exists in `public`.',
    hint: 'Did you mean `favicon.svg`?',
  },
  'picture-in-comment': {
    at: 'comments/a/one.yaml:3',
    code: 'remote-resource',
    message: 'Unexpected picture `https://pictures.example/cat.png` in a comment, expected text.',
  },
  'remote-picture': {
    at: 'articles/a.mdx:11',
    code: 'remote-resource',
    message:
      'Unexpected address `https://pictures.example/graph.png` of a picture, frame or script, expected a file next to the article.',
    hint: 'Pages load nothing from other hosts: keep a copy next to the article, or link to it.',
  },
  'remote-picture-in-expression': {
    at: 'articles/a.mdx:11',
    code: 'mdx-component',
    message: 'Unexpected computed address `{`https://pictures.example/${1}.png`}`, expected it in quotes.',
    hint: 'Only addresses written in the text are checked, and their files published; an imported component can compute them.',
  },
  'remote-script': {
    at: 'articles/a.mdx:9',
    code: 'forbidden-element',
    message: 'Unexpected element `<script>`, expected one of those for prose.',
    hint: 'Put scripts into a component in `src/components/`, and import it.',
  },
  'shell-syntax': {
    at: 'articles/a.mdx:14',
    code: 'shell-syntax',
    message: 'Unexpected `fi`, expected a command.',
  },
  'site-unknown-key': {
    at: 'site.yaml:2',
    code: 'unknown-key',
    message:
      'Unexpected key `language`, expected one of `title`, `description`, `url`, `idAuthority`, `locale`, `author`, `licence`, `repository`, `editUrl`, `comments`, `exampleQueries`, `cards`, `limits`.',
  },
  'site-wrong-comments': {
    at: 'site.yaml:1',
    code: 'missing-key',
    message: 'Unexpected end of `comments`, expected the key `address`.',
  },
  'site-wrong-locale': {
    at: 'site.yaml:1',
    code: 'wrong-value',
    message: 'Unexpected `rus` in `locale`, expected one of `en`, `ru`.',
    hint: 'Did you mean `ru`?',
  },
  'site-yaml-syntax': {
    at: 'site.yaml:2',
    code: 'yaml-syntax',
    message:
      'Unexpected YAML, expected it to parse: there is a tab in the indentation, where only spaces are allowed.',
  },
  'step-without-host': {
    at: 'articles/a.mdx:11',
    code: 'step-without-host',
    message: 'Unexpected command without a host in a guide with several, expected one that names its host.',
    hint: 'Add it to the fence: host="web1 web2", without those that it is not for.',
  },
  'loose-pattern': {
    at: 'articles/a.mdx:11',
    code: 'loose-pattern',
    message: 'Unexpected pattern `([0-9]{1,3}\\.){3}[0-9]{1,3}`, expected one that does not match 999.',
    hint: "Write '(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}'.",
  },
  'undeclared-host': {
    at: 'articles/a.mdx:12',
    code: 'undeclared-host',
    message: 'Unexpected host `stroe2`, expected one of `hosts` in the frontmatter.',
    hint: 'Did you mean `store2`?',
  },
  'undeclared-host-in-prompt': {
    at: 'articles/a.mdx:14',
    code: 'undeclared-host',
    message: 'Unexpected host `web9`, expected one of `hosts` in the frontmatter.',
    hint: 'Declare it: `hosts: [store1, web9]`.',
  },
  'undeclared-placeholder': {
    at: 'articles/a.mdx:17',
    code: 'undeclared-placeholder',
    message: 'Unexpected placeholder `{{store2_pi}}`, expected one of `placeholders` in the frontmatter.',
    hint: 'Did you mean `store2_ip`?',
  },
  'unexpected-file': {
    at: 'tags/ocfs2.yml:1',
    code: 'unexpected-file',
    message: 'Unexpected file `tags/ocfs2.yml`, expected `tags/<slug>.yaml`.',
  },
  'unexpected-file-of-articles': {
    at: 'articles/a.md:1',
    code: 'unexpected-file',
    message:
      'Unexpected file `articles/a.md`, expected `articles/<slug>.mdx` or `articles/<slug>/index.mdx`.',
  },
  'unexpected-file-to-import': {
    at: 'articles/a/part.mdx:1',
    code: 'unexpected-file',
    message:
      'Unexpected file `articles/a/part.mdx`, expected `articles/<slug>.mdx` or `articles/<slug>/index.mdx`.',
    hint: 'If other texts import it, put it outside of the content folder, such as `src/parts/part.mdx`.',
  },
  'unexpected-folder-to-import': {
    at: 'snippets:1',
    code: 'unexpected-file',
    message:
      'Unexpected `snippets` in the content folder, expected one of `tags/`, `sources/`, `pages/`, `articles/`, `comments/`, `site.yaml`.',
    hint: 'If other texts import it, put it outside of the content folder, such as `src/parts/backup.mdx`.',
  },
  'unknown-article': {
    at: 'articles/a.mdx:8',
    code: 'unknown-article',
    message: 'Unexpected `b` in `supersededBy`, expected the slug of another article that is not a draft.',
  },
  'unknown-article-draft': {
    at: 'articles/a.mdx:7',
    code: 'unknown-article',
    message: 'Unexpected `b` in `supersededBy`, expected the slug of another article that is not a draft.',
  },
  'unknown-article-itself': {
    at: 'articles/a.mdx:7',
    code: 'unknown-article',
    message: 'Unexpected `a` in `supersededBy`, expected the slug of another article that is not a draft.',
  },
  'unknown-article-of-comment': {
    at: 'comments/b/one.yaml:1',
    code: 'unknown-article',
    message: 'Unexpected folder `comments/b/`, expected the slug of an existing article.',
  },
  'unknown-key': {
    at: 'articles/a.mdx:7',
    code: 'unknown-key',
    message: 'Unexpected key `updatd`, expected `updated`.',
  },
  'unknown-key-nested': {
    at: 'articles/a.mdx:9',
    code: 'unknown-key',
    message: 'Unexpected key `organiser` in `event`, expected one of `name`, `place`, `days`.',
  },
  'unknown-key-of-kind': {
    at: 'articles/a.mdx:7',
    code: 'unknown-key',
    message:
      'Unexpected key `testbed`, expected one of `kind`, `title`, `description`, `published`, `updated`, `tags`, `lang`, `attribution`, `appliesTo`, `status`, `supersededBy`, `draft`, `id`, `series`, `aliases`, `hosts`, `placeholders`, `sandbox`.',
  },
  'unknown-language': {
    at: 'tags/xen.yaml:4',
    code: 'unknown-key',
    message: 'Unexpected key `de` in `description`, expected one of `en`, `ru`.',
  },
  'unknown-meta-key': {
    at: 'articles/a.mdx:13',
    code: 'unknown-meta-key',
    message:
      'Unexpected hots on a session, expected one of host, user, title, prompt, continuation, output, verify, id, formerly.',
    hint: 'Did you mean host?',
  },
  'unknown-source': {
    at: 'articles/a.mdx:8',
    code: 'unknown-source',
    message: 'Unexpected `logs` in `attribution.source`, expected a file name of `content/sources/`.',
    hint: 'Did you mean `log`?',
  },
  'unknown-tag': {
    at: 'articles/a.mdx:6',
    code: 'unknown-tag',
    message: 'Unexpected tag `zen`, expected a file name of `content/tags/`.',
    hint: 'Did you mean `xen`?',
  },
  'unknown-tag-by-alias': {
    at: 'articles/a.mdx:7',
    code: 'unknown-tag',
    message: 'Unexpected tag `hypervisor`, expected a file name of `content/tags/`.',
    hint: 'Write `xen`.',
  },
  'unknown-tag-by-case': {
    at: 'articles/a.mdx:6',
    code: 'unknown-tag',
    message: 'Unexpected tag `Xen`, expected a file name of `content/tags/`.',
    hint: 'Write `xen`.',
  },
  'unknown-tag-by-label': {
    at: 'articles/a.mdx:6',
    code: 'unknown-tag',
    message: 'Unexpected tag `xen-project`, expected a file name of `content/tags/`.',
    hint: 'Write `xen`.',
  },
  'unknown-tag-of-no-slug': {
    at: 'articles/a.mdx:6',
    code: 'unknown-tag',
    message: 'Unexpected tag `high availability`, expected a file name of `content/tags/`.',
  },
  'unsafe-character': {
    at: 'articles/a.mdx:12',
    code: 'unsafe-character',
    message: 'Unexpected U+2013 EN DASH, expected `-`.',
    hint: 'iptables -F',
  },
  'record-without-article': {
    at: 'articles/store.verification.yaml:1',
    code: 'unknown-article',
    message: 'Unexpected record of `store`, expected the slug of an existing article.',
    hint: 'Did you mean `stores`?',
  },
  'sandbox-without-hosts': {
    at: 'articles/a.mdx:7',
    code: 'missing-key',
    message: 'Unexpected `sandbox` without `hosts`, expected the names of the hosts.',
    hint: 'hosts: [server1]',
  },
  'unknown-output-name': {
    at: 'articles/a.mdx:13',
    code: 'unknown-output-name',
    message:
      'Unexpected `{{*ipp}}` in output, expected one of {{*}}, {{*ip}}, {{*mac}}, {{*date}}, {{*time}}, {{*duration}}, {{*size}}, {{*number}}, {{*percent}}, {{*uuid}}, {{*id}}.',
  },
  'unsafe-link': {
    at: 'articles/a.mdx:11',
    code: 'unsafe-link',
    message: 'Unexpected address `javascript:alert(1)`, expected `https:` or a path.',
  },
  'unsafe-link-by-spread': {
    at: 'articles/a.mdx:11',
    code: 'mdx-component',
    message: 'Unexpected computed address `{...{ href: `data:text/html,${1}` }}`, expected it in quotes.',
    hint: 'Only addresses written in the text are checked, and their files published; an imported component can compute them.',
  },
  'unsafe-link-in-comment': {
    at: 'comments/a/one.yaml:6',
    code: 'unsafe-link',
    message: 'Unexpected address `data:text/html,hello`, expected `https:` or a path.',
  },
  'unsafe-link-in-expression': {
    at: 'articles/a.mdx:11',
    code: 'mdx-component',
    message: 'Unexpected computed address `{"javascript:" + "alert(1)"}`, expected it in quotes.',
    hint: 'Only addresses written in the text are checked, and their files published; an imported component can compute them.',
  },
  'wrong-boolean': {
    at: 'articles/a.mdx:7',
    code: 'wrong-value',
    message: 'Unexpected `"false"` in `draft`, expected `true` or `false`.',
  },
  'wrong-comment-date': {
    at: 'comments/a/one.yaml:2',
    code: 'wrong-value',
    message:
      'Unexpected `2024-01-02 10:00` in `date`, expected a date such as `2010-05-28`, or a date and time with zone such as `2010-05-28T00:34:10Z`.',
  },
  'wrong-date': {
    at: 'articles/a.mdx:5',
    code: 'wrong-value',
    message:
      'Unexpected `2023-02-29` in `published`, expected a date such as `2010-05-28`, or a date and time with zone such as `2010-05-28T00:34:10Z`.',
  },
  'wrong-kind': {
    at: 'articles/a.mdx:2',
    code: 'wrong-value',
    message: 'Unexpected `guied` in `kind`, expected one of `conference`, `guide`, `benchmark`, `note`.',
    hint: 'Did you mean `guide`?',
  },
  'wrong-label': {
    at: 'tags/xen.yaml:1',
    code: 'wrong-value',
    message: 'Unexpected keys and values in `label`, expected a text, or one per language: `en: …`, `ru: …`.',
  },
  'wrong-placeholder-name': {
    at: 'articles/a.mdx:8',
    code: 'wrong-value',
    message: 'Unexpected `IP` in `placeholders.IP`, expected a placeholder name such as `gluster1_ip`.',
  },
  'wrong-relation': {
    at: 'articles/a.mdx:9',
    code: 'wrong-value',
    message:
      'Unexpected `re-print` in `attribution.relation`, expected one of `notes-on`, `reprint`, `translation`, `adaptation`.',
    hint: 'Did you mean `reprint`?',
  },
  'wrong-tag-twice': {
    at: 'articles/a.mdx:6',
    code: 'wrong-value',
    message: 'Unexpected list in `tags`, expected each tag once.',
  },
  'wrong-tags': {
    at: 'articles/a.mdx:6',
    code: 'wrong-value',
    message: 'Unexpected empty list in `tags`, expected at least 1 entry.',
  },
  'wrong-text': {
    at: 'articles/a.mdx:9',
    code: 'wrong-value',
    message: 'Unexpected `4.2` in `appliesTo[0].version`, expected a text.',
  },
  'wrong-url': {
    at: 'sources/log.yaml:3',
    code: 'wrong-value',
    message:
      'Unexpected `javascript:alert(1)` in `url`, expected an address that starts with `https://` or `http://`.',
  },
  'yaml-alias': {
    at: 'tags/xen.yaml:1',
    code: 'yaml-syntax',
    message:
      'Unexpected YAML, expected it to parse: *Xen* has a special meaning in YAML; a value that begins with * needs quotes.',
  },
  'yaml-duplicate-key': {
    at: 'articles/a.mdx:7',
    code: 'yaml-syntax',
    message: 'Unexpected YAML, expected it to parse: this key is already there.',
  },
  'yaml-syntax': {
    at: 'articles/a.mdx:3',
    code: 'yaml-syntax',
    message:
      'Unexpected YAML, expected it to parse: a value that contains `: ` needs quotes, and the keys of a map must start in the same column.',
  },
  'yaml-syntax-of-tag': {
    at: 'tags/xen.yaml:1',
    code: 'yaml-syntax',
    message:
      'Unexpected YAML, expected it to parse: a quote is opened here and not closed before the next key.',
  },
};

/** The complete report for `faulty/many`. */
const MANY = `
articles/a.mdx:3  unknown-key  Unexpected key \`titel\`, expected \`title\`.
articles/a.mdx:5  wrong-value  Unexpected \`yesterday\` in \`published\`, expected a date such as \`2010-05-28\`, or a date and time with zone such as \`2010-05-28T00:34:10Z\`.
articles/a.mdx:6  unknown-tag  Unexpected tag \`drdb\`, expected a file name of \`content/tags/\`.
    Did you mean \`drbd\`?
articles/a.mdx:7  unknown-article  Unexpected \`c\` in \`supersededBy\`, expected the slug of another article that is not a draft.
articles/a.mdx:12  dead-link  Unexpected heading \`#two\`, expected one that exists.
    There are: #one.
articles/a.mdx:12  dead-link  Unexpected link to \`/articles/b\`, expected a page that exists.
    Did you mean \`/articles/b/\`?
articles/a.mdx:12  missing-file  Unexpected \`graph.png\`, expected a file that exists.
articles/a.mdx:14  mdx-component  Unexpected component \`<Warnung>\`, expected an import of it or one of \`<Note>\`, \`<Warning>\`, \`<Figure>\`, \`<Chart>\`.
    Did you mean \`Warning\`?
articles/b/index.mdx:7  duplicate-path  Unexpected path \`/tags/\`, expected one that is free: a page of the site has it.
articles/b/index.mdx:11  undeclared-host  Unexpected host \`store2\`, expected one of \`hosts\` in the frontmatter.
    Did you mean \`store1\`?
articles/b/index.mdx:12  undeclared-placeholder  Unexpected placeholder \`{{disk}}\`, expected one of \`placeholders\` in the frontmatter.
    Declare it: \`placeholders: { disk: { label: …, example: … } }\`.
comments/c/one.yaml:1  unknown-article  Unexpected folder \`comments/c/\`, expected the slug of an existing article.
comments/c/one.yaml:3  html-in-comment  Unexpected HTML \`<br>\`, expected Markdown only.
    Put it in backticks to show it literally.
sources/log.yml:1  unexpected-file  Unexpected file \`sources/log.yml\`, expected \`sources/<slug>.yaml\`.
tags/drbd.yaml:1  missing-key  Unexpected end of the keys, expected the key \`description\`: a text, or one per language: \`en: …\`, \`ru: …\`.
`;

/** `at` is the path in the content folder, and the line. */
interface Expected {
  at: string;
  code: string;
  message: string;
  hint?: string;
}

describe('a content folder with one fault', () => {
  it.each(Object.entries(CASES))('%s is reported with its place', async (name, expected) => {
    expect(await faultsOf(join(FAULTY, name))).toEqual([expected]);
  });

  it.each(Object.keys(CASES))('%s is reported again when nothing has changed', async (name) => {
    const { content, faults } = await checkFolder(join(FAULTY, name));
    const again = await checkFolder(join(FAULTY, name), withoutFaulty(content));
    expect(again.faults.toSorted(byPlace)).toEqual(faults.toSorted(byPlace));
  });

  it('has a row above for each folder', async () => {
    const folders = await readdir(FAULTY);
    expect(folders.sort()).toEqual([...Object.keys(CASES), 'many'].sort());
  });
});

describe('a content folder with many faults', () => {
  it('is reported completely, by file and line', async () => {
    const folder = join(FAULTY, 'many');
    const { faults } = await checkFolder(folder);
    expect(stripVTControlCharacters(report(faults, folder))).toBe(MANY.trim());
  });
});

describe('a content folder with characters that feeds cannot contain', () => {
  it('is built, with a warning for each', async () => {
    const { faults, warnings } = await checkFolder(resolve('tests/fixtures/sites/hostile'));
    expect(faults).toEqual([]);
    const places = warnings.map(({ file, line, code }) => `${basename(file)}:${line} ${code}`);
    expect([...new Set(places)]).toEqual(
      [
        'control-characters.mdx:10 forbidden-character',
        'control-characters.mdx:11 forbidden-character',
        'control-characters.mdx:13 forbidden-character',
        'control-characters.mdx:4 forbidden-character',
        'control-characters.mdx:3 forbidden-character',
        'entities.mdx:15 stray-mark',
        'in-1901.mdx:5 unlikely-date',
        'in-2099.mdx:5 unlikely-date',
        'in-2099.mdx:6 unlikely-date',
        'time.yaml:1 forbidden-character',
      ].sort((a, b) => places.indexOf(a) - places.indexOf(b)),
    );
  });
});

describe('a content folder with articles that have been run', () => {
  it('is built, with a warning for each that has changed or failed since', async () => {
    const { faults, warnings } = await checkFolder(resolve('tests/fixtures/verified'));
    expect(faults).toEqual([]);
    expect(
      warnings.map(({ file, line, code, message }) => `${basename(file)}:${line} ${code}: ${message}`),
    ).toEqual([
      'changed.mdx:15 stale-verification: Unexpected step, expected one that ran on 2024-01-02.',
      'failed.mdx:1 failed-verification: Unexpected failure of `hostname` on 2024-01-02, expected every step to pass.',
      'rehoused.mdx:8 stale-verification: Unexpected `sandbox`, expected the one that was used on 2024-01-02.',
      'reordered.mdx:1 stale-verification: Unexpected order or number of steps, expected the ones that ran on 2024-01-02.',
    ]);
  });
});

describe('a content folder that cannot be committed as a fixture', () => {
  const TAG = 'label: Xen\ndescription: The hypervisor.\n';
  const ARTICLE = [
    '---',
    'kind: note',
    'title: One',
    'description: A short text.',
    'published: 2024-01-01',
    'tags: [xen]',
    '---',
    '',
    'See [it](#one).',
    '',
    '```console',
    '# uptime',
    '```',
    '',
    '## One',
    '',
  ];

  it('is reported if it does not exist', async () => {
    expect(await faultsOf(join(FAULTY, 'no-such-folder'))).toEqual([
      {
        at: ':1',
        code: 'unreadable-file',
        message: 'Unexpected name of the content folder, expected a folder that exists.',
      },
    ]);
  });

  it('is reported if a file is not UTF-8', async () => {
    const folder = await folderWith({
      'tags/xen.yaml': TAG,
      'articles/a.mdx': Buffer.from(ARTICLE.join('\n').replace('short', 'caf\u00E9'), 'latin1'),
      'comments/a/one.yaml': Buffer.from([0xff, 0xfe, 0x61, 0x00]),
    });
    const fault = {
      code: 'unreadable-file',
      message: 'Unexpected bytes, expected UTF-8.',
      hint: 'Convert the file, e.g. with `iconv -f ISO-8859-1 -t UTF-8`.',
    };
    expect(await faultsOf(folder)).toEqual([
      { at: 'articles/a.mdx:4', ...fault },
      { at: 'comments/a/one.yaml:1', ...fault },
    ]);
  });

  it('has no faults with lines that end in CRLF and with byte order marks', async () => {
    const folder = await folderWith({
      'tags/xen.yaml': `\uFEFF${TAG.replaceAll('\n', '\r\n')}`,
      'articles/a.mdx': `\uFEFF${ARTICLE.join('\r\n')}`,
    });
    expect(await faultsOf(folder)).toEqual([]);
  });

  it('keeps its line numbers with lines that end in CRLF', async () => {
    const lines = ARTICLE.join('\r\n').replace('# uptime', '# uptime \u2013p').replace('(#one)', '(#two)');
    const folder = await folderWith({ 'tags/xen.yaml': TAG, 'articles/a.mdx': lines });
    expect((await faultsOf(folder)).map(({ at, code }) => `${at} ${code}`)).toEqual([
      'articles/a.mdx:9 dead-link',
      'articles/a.mdx:12 unsafe-character',
    ]);
  });

  it('may be empty', async () => {
    expect(await faultsOf(await folderWith({}))).toEqual([]);
  });

  it('can link to everything that its site has', async () => {
    const paths = [
      '/search/?q=ls%20-a',
      '/favicon.svg',
      '/rss.xml',
      '/tags/xen/atom.xml',
      '/kinds/note/feed.json',
    ];
    const ofArticle = [
      'a.md',
      'a/',
      'a/data.csv',
      'a/#step-370hktr',
      'a/#block-01skeb1',
      'a/#comment-one',
      'a/#one',
    ];
    const links = [
      ...[...paths, '/commands/uptime/', ...ofArticle.map((path) => `/articles/${path}`), '/imprint/'],
      ...['data.csv#row=1', '#one', '#top', '../../pages/imprint.mdx', '../../articles/a/index.mdx#one'],
    ];
    const text = [...ARTICLE, ...links.map((link) => `[b](${link})\n`), '![c](/favicon.svg)'].join('\n');
    const page = (title: string, text: string) =>
      `---\ntitle: ${title}\ndescription: A text.\n---\n\n${text}\n`;
    const folder = await folderWith({
      'tags/xen.yaml': TAG,
      'articles/a/index.mdx': text,
      'articles/a/data.csv': 'a\n',
      'comments/a/one.yaml':
        'author: A\ndate: 2024-01-02\nbody: See [one](#one) and [two](/articles/a/#step-370hktr).\n',
      'pages/imprint.mdx': page('Imprint', '[d](./about.mdx#e) [f](../articles/a/index.mdx)'),
      'pages/about.mdx': page('About', '## E'),
    });
    expect(await faultsOf(folder)).toEqual([]);
  });

  it('ignores files whose names begin with a dot', async () => {
    expect(await faultsOf(await folderWith({ 'tags/.xen.yaml.swp': 'x', '.git/config': 'x' }))).toEqual([]);
  });
});

describe('a content folder without faults', () => {
  it.each(['tests/fixtures/sites/small', 'tests/fixtures/sites/olemskoi', 'content'])(
    '%s',
    async (folder) => {
      expect(await faultsOf(resolve(folder))).toEqual([]);
    },
  );
});

/** Sorts line 9 before line 12. */
const byNumber = new Intl.Collator('en', { numeric: true });

async function faultsOf(folder: string): Promise<Expected[]> {
  const { faults } = await checkFolder(folder);
  return faults.map((fault) => asExpected(fault, folder)).sort((a, b) => byNumber.compare(a.at, b.at));
}

function asExpected({ file, line, code, message, hint }: Fault, folder: string): Expected {
  const at = `${relative(folder, file)}:${line}`;
  return { at, code, message, ...(hint !== undefined && { hint }) };
}

/** A content folder for one test. */
async function folderWith(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opsnotes-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
