import type { LoaderContext } from 'astro/loaders';
import { textOfLiteral } from './outline/javascript.ts';

type Config = LoaderContext['config'];
type CreateMdxRenderer = NonNullable<Config['markdown']['processor']['createMdxRenderer']>;
type MdxRenderer = Awaited<ReturnType<CreateMdxRenderer>>;

const renderers = new WeakMap<Config, Promise<MdxRenderer | undefined>>();

/**
 * The HTML of a text that is nothing but HTML when it is compiled; undefined where it imports, exports or computes something.
 *
 * By the processor of `astro.config.mjs`, as `@astrojs/mdx` uses it, so with every plug-in that anybody has added there. Such a
 * text needs no module of Vite's, which would be half of a large build's time.
 *
 * @param body `withoutFrontmatter` of the file
 * @param file absolute path
 * @throws what the processor throws on a syntax error
 */
export async function readyHtml(
  body: string,
  file: string,
  frontmatter: Record<string, unknown>,
  config: Config,
): Promise<string | undefined> {
  if (!renderers.has(config)) renderers.set(config, rendererOf(config));
  const renderer = await renderers.get(config);
  const compiled = await renderer?.process(body, file, frontmatter);
  if (compiled === undefined || EXPORTS.test(compiled.code)) return undefined;
  if (NOTHING.test(compiled.code)) return '';
  const literal = ONLY_HTML.exec(compiled.code)?.[1];
  return literal === undefined ? undefined : textOfLiteral(literal);
}

/** The whole content as one string. Should Sätteri write it in another way one day, texts only become slower. */
const ONLY_HTML = /^ {4}return _jsx\(Fragment, \{ "set:html": (".*") \}\);$/m;

/** Content that is empty. */
const NOTHING = /^ {4}return _jsx\(_Fragment, \{\}\);$/m;

/** What the author exports or imports, beside what every compiled text has. */
const EXPORTS =
  /^(?:import (?!\{ (?:Fragment as _Fragment, )?jsx as _jsx \} from)|export (?!const frontmatter = |function getHeadings\())/m;

async function rendererOf({ markdown, srcDir }: Config): Promise<MdxRenderer | undefined> {
  const { processor, syntaxHighlight, shikiConfig } = markdown;
  return processor.createMdxRenderer?.(
    // The two types differ in how exact they are about what is optional; the values are those that `@astrojs/mdx` hands on.
    { syntaxHighlight, shikiConfig } as Parameters<CreateMdxRenderer>[0],
    { optimize: true, srcDir, sourcemap: false },
  );
}
