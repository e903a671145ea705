import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { contentFolder } from '../content/content-folder.ts';
import { KINDS, type Kind } from '../content/schemas/article.ts';
import { isSlug } from '../content/schemas/slug.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit.ts';
import { articleTemplate } from './article-template.ts';

const help = `Usage: npm run new -- KIND SLUG

Makes content/articles/SLUG.mdx with the frontmatter of its kind, as a draft.

  KIND         ${KINDS.join(', ')}
  SLUG         its name in the address: lower-case letters, digits, hyphens
  -h, --help   this text

OPSNOTES_CONTENT   the content folder (default: content)`;

const { positionals } = readArguments({ help, options: {}, positionals: true });
const [kind = '', slug = ''] = positionals;

if (positionals.length !== 2 || !isKind(kind) || !isSlug(slug)) {
  console.error(`Unexpected \`${positionals.join(' ')}\`, expected a kind and a slug.\n\n${help}`);
  process.exit(EXIT.usage);
}

const file = join(contentFolder(), 'articles', `${slug}.mdx`);
try {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, articleTemplate(kind, new Date()), { flag: 'wx' });
  console.log(relative(process.cwd(), file));
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  console.error(`${file}:1  duplicate-slug  Unexpected slug \`${slug}\`, expected one that is free.`);
  process.exit(EXIT.faults);
}

function isKind(text: string): text is Kind {
  return (KINDS as readonly string[]).includes(text);
}
