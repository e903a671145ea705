import { addressKind } from '../../content/outline/address-attributes.ts';
import type { Fault } from '../../content/fault.ts';
import { decode } from '../../content/outline/links.ts';
import { articlePath } from '../../content/text-paths.ts';
import type { BuiltElement, BuiltPage } from './built-page.ts';
import { servedFile, type BuiltSite } from './built-site.ts';
import { originOf, type Origin } from './origin.ts';

/** Every internal address on a page must lead to a file and an anchor, and nothing may be loaded from elsewhere. */
export function addressFaults(site: BuiltSite): Fault[] {
  const anchors = new Map(site.pages.map(({ name, elements }) => [name, idsOf(elements)]));
  const ofArticles = new Set(site.content.articles.map(({ slug }) => articlePath(slug)));
  return site.pages.flatMap((page) =>
    page.elements.flatMap((element) =>
      addressesOf(element)
        .filter(({ address }) => !address.startsWith(VALUE_FIELD) || ofArticles.has(page.path))
        .flatMap((found) => faultsOf(site, page, element, found, anchors)),
    ),
  );
}

/** An address, and whether a browser loads it on its own. */
interface Address {
  address: string;
  loaded: boolean;
}

/** Where a placeholder leads in its article's page; another page that shows the text needn't have such a field. */
const VALUE_FIELD = '#value-';

/** `link` relations that don't make a browser load anything. */
const SAYING = /^(?:canonical|alternate|author|license|me|next|prev|search)$/;

function addressesOf({ name, attributes }: BuiltElement): Address[] {
  const found = Object.entries(attributes).flatMap(([attribute, value = '']): Address[] => {
    if (attribute === 'srcset' || attribute === 'imagesrcset')
      return value.split(',').map((one) => ({ address: one.trim().split(/\s/, 1)[0]!, loaded: true }));
    const kind = addressKind(attribute, name);
    // The search has elements with an attribute named `data` that isn't an address.
    if (kind === undefined || (attribute === 'data' && name !== 'object')) return [];
    const isSaid = name === 'link' && (attributes['rel'] ?? '').split(/\s+/).every((rel) => SAYING.test(rel));
    return [{ address: value, loaded: kind === 'resource' && !isSaid }];
  });
  const refresh = name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh';
  const target = refresh ? /url=(.*)$/i.exec(attributes['content'] ?? '')?.[1] : undefined;
  return target === undefined ? found : [...found, { address: target, loaded: false }];
}

function faultsOf(
  site: BuiltSite,
  page: BuiltPage,
  { line, name }: BuiltElement,
  { address, loaded }: Address,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): Fault[] {
  const own = new URL(site.settings.url.replace(/\/?$/, '/'));
  const here = new URL(page.path.slice(1), own);
  // Looked up only if something is wrong.
  const at = (): Origin => originOf(site, page.name, [address, ...tails(address)], line);
  if (!URL.canParse(address, here.href)) {
    const message = `Unexpected address \`${address}\` of \`<${name}>\`, expected one that a browser can open.`;
    return [{ ...at(), code: 'bad-address', message }];
  }
  const target = new URL(address, here);
  if (target.protocol === 'data:' || (!loaded && !/^https?:$/.test(target.protocol))) return [];
  if (target.origin !== own.origin || !target.pathname.startsWith(own.pathname))
    return loaded ? [remote(at(), address, name)] : [];
  const path = decode(target.pathname.slice(own.pathname.length - 1));
  const file = servedFile(site, path);
  if (file === undefined) {
    const message = `Unexpected address \`${address}\` of \`<${name}>\`, expected a file of the site.`;
    return [{ ...at(), code: 'dead-link', message }];
  }
  const anchor = decode(target.hash.slice(1));
  const ids = anchors.get(file);
  if (anchor === '' || anchor === 'top' || ids === undefined || ids.has(anchor)) return [];
  const message = `Unexpected anchor \`#${anchor}\` of \`${path}\`, expected one that exists.`;
  return [{ ...at(), code: 'dead-link', message }];
}

function remote(at: Origin, address: string, name: string): Fault {
  const message = `Unexpected address \`${address}\` of \`<${name}>\`, expected none on another host: pages load nothing from there.`;
  return { ...at, code: 'remote-resource', message };
}

function idsOf(elements: readonly BuiltElement[]): Set<string> {
  return new Set(
    elements.flatMap(({ attributes }) =>
      [attributes['id'], attributes['name']].filter((id) => id !== undefined),
    ),
  );
}

/** `/articles/a/b.png` → `a/b.png`, `b.png`: how the content may have written it. */
function tails(address: string): string[] {
  const parts = decode(address).replace(/\/$/, '').split('/');
  return [parts.slice(-2).join('/'), parts.at(-1)!];
}
