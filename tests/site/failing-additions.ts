/**
 * Mistakes in what somebody adds to the project, each with the fault that stops the build. Every case takes a build, so `npm test`
 * has the first of each kind, and the nightly run has all.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { AddedProject } from './added-project.ts';

/** A mistake. */
interface Mistake {
  /** Texts by path, as for `AddedProject.buildWith`. */
  files: Record<string, string>;
  /** The fault as it is printed, from its beginning. */
  fault: string;
  /** More of what is printed. */
  hint?: string;
}

const TO_RENDER = 'page-render  Unexpected error in a page, expected it to render: ';

/** By kind, and within it by name. */
const MISTAKES: Readonly<Record<string, Readonly<Record<string, Mistake>>>> = {
  'an article': {
    'imports a name that is not there': inArticle(
      "import Gauge from '../../src/components/Gauge.astro';\nimport { Nobody } from '../../src/components/Counter.tsx';\n\n<Nobody />",
      '10  mdx-render  Unexpected import, expected one that works: "Nobody" is not exported by "src/components/Counter.tsx".',
    ),
    'imports a package that is not there': inArticle(
      "import A from 'no-such-package';",
      '9  missing-file  Unexpected package `no-such-package`, expected one that is installed.',
    ),
    'imports a component that does not compile': inArticle(
      "import Broken from '../../src/components/Broken.astro';\n\n<Broken />",
      '9  mdx-render  Unexpected `../../src/components/Broken.astro`, expected it to compile: ',
      '\n    See src/components/Broken.astro:2.\n',
    ),
    'starts a timer that throws while the page waits for it': inArticle(
      'import Bad from \'../../src/components/Bad.astro\';\n\n<Bad with="timer" />',
      '11  mdx-render  Unexpected error in `<Bad>`, expected it to render: late.',
      '\n    See src/components/Bad.astro:15.\n',
    ),
  },
  'a page': {
    'throws in a module that it imports': inPage(
      "---\nimport { first } from '../first.ts';\n---\n\n<p>{first([])}</p>\n",
      5,
      '\n    See src/first.ts:2.\n',
    ),
    'throws in its frontmatter': inPage('---\nconst list = [];\nlist[0].value;\n---\n', 3),
    'throws in its template': inPage('---\nconst list = [];\n---\n\n<p>{list[0].value}</p>\n', 5),
  },
  'a route': {
    'lacks a parameter': {
      files: {
        'src/pages/teams/[team].astro':
          "---\nexport function getStaticPaths() {\n  return [{ params: { tem: 'a' } }];\n}\n---\n",
      },
      fault: `src/pages/teams/[team].astro:1  ${TO_RENDER}Missing parameter: team.`,
    },
    'is an endpoint that returns an object': {
      files: { 'src/pages/data.json.ts': 'export function GET() {\n  return { a: 1 };\n}\n' },
      fault: `src/pages/data.json.ts:1  ${TO_RENDER}An endpoint must return`,
    },
  },
  'a collection': {
    'has broken JSON': inCollection(
      '{\n  "a": { "name": "A" },\n}\n',
      3,
      'Error reading data from src/teams.json.',
      'Expected double-quoted property name',
    ),
    'has data that is no list': inCollection(
      '3',
      1,
      'Invalid data in src/teams.json. Must be an array or object.',
    ),
    'has an entry without an id': inCollection(
      '[{ "name": "A" }]',
      1,
      'Item in src/teams.json is missing an id or slug field.',
    ),
  },
};

/** Tests that each of some mistakes stops the build, with its place. */
export function testMistakes(folder: string, mistakes: readonly (readonly [name: string, Mistake])[]): void {
  let project: AddedProject;

  beforeAll(async () => {
    project = new AddedProject(folder);
    const { status, printed } = await project.build();
    expect(status, printed).toBe(0);
  });

  it.each(mistakes)('%s', async (_, { files, fault, hint = '' }) => {
    const { status, printed } = await project.buildWith(files);
    expect(printed).toContain(fault);
    expect(printed).toContain(hint);
    expect(printed).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
    // The last good site is still there.
    expect(project.page('articles/plain')('h1').text()).toBe('A plain article');
  });
}

/** The first mistakes of each kind, or all others. */
export function mistakes(which: 'first' | 'others'): [string, Mistake][] {
  return Object.entries(MISTAKES).flatMap(([kind, named]) =>
    Object.entries(named)
      .filter((_, at) => (at === 0) === (which === 'first'))
      .map(([name, mistake]): [string, Mistake] => [`${kind} that ${name}`, mistake]),
  );
}

function inArticle(text: string, fault: string, hint = ''): Mistake {
  return {
    files: { 'content/articles/failing.mdx': text },
    fault: `content/articles/failing.mdx:${fault}`,
    hint,
  };
}

function inPage(text: string, line: number, hint = ''): Mistake {
  return {
    files: {
      'src/pages/another.astro': text,
      'src/first.ts':
        'export function first(list: { value: string }[]): string {\n  return list[0]!.value;\n}\n',
    },
    fault: `src/pages/another.astro:${line}  page-render  Unexpected error in a page, `,
    hint,
  };
}

function inCollection(json: string, line: number, why: string, hint = ''): Mistake {
  const config = readFileSync('src/content.config.ts', 'utf8');
  const added = "teams: defineCollection({ loader: file('src/teams.json') }),\n};";
  return {
    files: {
      'src/teams.json': json,
      'src/content.config.ts': `import { file } from 'astro/loaders';\n${config.replace(/};\s*$/, added)}`,
    },
    fault: `src/teams.json:${line}  page-render  Unexpected data of a collection, expected it to load: ${why}`,
    hint,
  };
}
