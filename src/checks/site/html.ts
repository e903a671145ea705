import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Fault } from '../../content/fault.ts';
import { hasOurLayout, isRedirect, type BuiltPage } from './built-page.ts';
import type { BuiltSite } from './built-site.ts';
import { originOf } from './origin.ts';

/**
 * Every page must be valid HTML with unique ids. Ours must also have a language, a title, and headings in order with exactly one of
 * the first level.
 */
export async function htmlFaults(site: BuiltSite): Promise<Fault[]> {
  const forOurs = validatorWith({});
  const forOthers = validatorWith({ 'heading-level': 'off', 'input-missing-label': 'off' });
  const ours = ourPages(site);
  const invalid = await Promise.all(
    site.pages.map((page) => invalidHtml(site, page, ours.has(page) ? forOurs : forOthers)),
  );
  return [
    ...invalid.flat(),
    ...[...ours].flatMap((page) => outlineFaults(site, page)),
    ...site.pages.flatMap((page) => repeatedIds(site, page)),
  ];
}

/** Pages with our layout or at our addresses, except for redirects. Pages of somebody's own needn't keep what ours promise. */
function ourPages({ pages, paths }: BuiltSite): Set<BuiltPage> {
  return new Set(pages.filter((page) => hasOurLayout(page) || (paths.has(page.path) && !isRedirect(page))));
}

function validatorWith(rules: Record<string, 'off'>): HtmlValidate {
  return new HtmlValidate(
    new StaticConfigLoader({
      extends: ['html-validate:standard', 'html-validate:document'],
      rules: {
        ...rules,
        // Firefox restores checkboxes: a restored one would let dangerous commands be copied. The standard has no attribute
        // against that.
        'valid-autocomplete': 'off',
        // The site's own files come from where the page comes from.
        'require-sri': ['error', { target: 'crossorigin' }],
        // Checked below instead, where the source is known.
        'no-dup-id': 'off',
      },
    }),
  );
}

/** Astro writes this before the first interactive component, wherever that is; nobody can mend it. */
const ISLAND_STYLE = /<style>astro-island[^<]*<\/style>/g;

async function invalidHtml(site: BuiltSite, page: BuiltPage, validator: HtmlValidate): Promise<Fault[]> {
  const { results } = await validator.validateString(
    page.html.replace(ISLAND_STYLE, ({ length }) => ' '.repeat(length)),
    page.name,
  );
  const lines = page.html.split('\n');
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => {
      const written = /^[^<>]*[<>]?/.exec(lines[line - 1]?.slice(column - 1) ?? '')?.[0] ?? '';
      const at = originOf(
        site,
        page.name,
        [written.replace(/[<>]$/, '').trim()].filter(({ length }) => length > 3),
        line,
      );
      return {
        ...at,
        code: 'invalid-html' as const,
        message: `Unexpected HTML in \`${page.name}\`, expected it to be valid: ${message.replace(/\.$/, '')} (${ruleId}).`,
      };
    }),
  );
}

function outlineFaults(site: BuiltSite, { name, elements }: BuiltPage): Fault[] {
  const of = (tag: string) => elements.filter((element) => element.name === tag);
  const bad = (what: string, wanted: string, line = 1): Fault => ({
    ...originOf(site, name, [], line),
    code: 'invalid-html',
    message: `Unexpected ${what} in \`${name}\`, expected ${wanted}.`,
  });
  const headings = of('h1');
  const [html] = of('html');
  const [title] = of('title');
  return [
    ...(headings.length === 1 ? [] : [bad(`${headings.length} \`<h1>\``, 'one', headings[1]?.line)]),
    ...(/^[a-z]{2,3}(?:-\w+)*$/i.test(html?.attributes['lang'] ?? '')
      ? []
      : [bad('page without `lang`', 'its language')]),
    ...((title?.text() ?? '').trim() === '' ? [bad('page without a title', 'one')] : []),
    ...(of('main').length === 1 ? [] : [bad(`${of('main').length} \`<main>\``, 'one')]),
  ];
}

function repeatedIds(site: BuiltSite, { name, elements }: BuiltPage): Fault[] {
  const seen = new Set<string>();
  return elements.flatMap(({ attributes: { id }, line }) => {
    if (id === undefined) return [];
    const isNew = !seen.has(id);
    seen.add(id);
    const message = `Unexpected second \`id="${id}"\` in \`${name}\`, expected each once.`;
    return isNew
      ? []
      : [{ ...originOf(site, name, [`id="${id}"`], line), code: 'invalid-html' as const, message }];
  });
}
