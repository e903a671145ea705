import type { LoaderContext } from 'astro/loaders';
import { textOfLiteral } from './outline/javascript.ts';

type Config = LoaderContext['config'];
type CreateMdxRenderer = NonNullable<Config['markdown']['processor']['createMdxRenderer']>;
type MdxRenderer = Awaited<ReturnType<CreateMdxRenderer>>;

const renderers = new WeakMap<Config, Promise<MdxRenderer | undefined>>();

/**
 * Renders a text that compiles to plain HTML; undefined if it imports, exports or computes something.
 *
 * Uses the processor of `astro.config.mjs` just as `@astrojs/mdx` does, with every plug-in added there. Such texts needn't become
 * Vite modules, which would take half the time of a large build.
 *
 * @param body `withoutFrontmatter` of the file
 * @param file absolute path
 * @throws whatever the processor throws for a syntax error
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

/**
 * The whole content as one string. If Sätteri's output ever changes, texts are no longer recognised, which only makes builds
 * slower.
 */
const ONLY_HTML = /^ {4}return _jsx\(Fragment, \{ "set:html": (".*") \}\);$/m;

/** Empty content. */
const NOTHING = /^ {4}return _jsx\(_Fragment, \{\}\);$/m;

/** What the author exports or imports, beyond what every compiled text has. */
const EXPORTS =
  /^(?:import (?!\{ (?:Fragment as _Fragment, )?jsx as _jsx \} from)|export (?!const frontmatter = |function getHeadings\())/m;

async function rendererOf({ markdown, srcDir }: Config): Promise<MdxRenderer | undefined> {
  const { processor, syntaxHighlight, shikiConfig } = markdown;
  return processor.createMdxRenderer?.(
    // The types differ only in what is optional; `@astrojs/mdx` passes on the same values.
    { syntaxHighlight, shikiConfig } as Parameters<CreateMdxRenderer>[0],
    { optimize: true, srcDir, sourcemap: false },
  );
}
