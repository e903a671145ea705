import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import type { HastPluginDefinition, HastPluginEntry, HastVisitorContext } from 'satteri';
import { LINKS, RESOURCES } from '../../content/outline/address-attributes.ts';
import { resolveAddress, type Place } from '../../articles/addresses.ts';
import { pictureSize } from '../pictures.ts';

/** Resolves the address of every link and picture, except for links within the article. Pictures also get their size. */
export function addresses(place: Place): HastPluginEntry {
  return {
    name: 'opsnotes-addresses',
    element: [
      { filter: ['img'], visit: async (node, context) => picture(node, place, context) },
      {
        filter: WITH_ADDRESSES,
        visit(node, context) {
          resolve(node, place, context);
        },
      },
    ],
  } satisfies HastPluginDefinition;
}

/** Elements of prose other than pictures that can have an address. */
const WITH_ADDRESSES = 'a area audio blockquote del ins q source track video image use'.split(' ');

async function picture(
  node: Readonly<Element>,
  place: Place,
  context: HastVisitorContext,
): Promise<undefined> {
  const size = await pictureSize(String(node.properties.src), place.file);
  const { srcSet, ...others } = size ?? {};
  for (const [name, value] of Object.entries(others))
    if (node.properties[name] === undefined) context.setProperty(node, name, value);
  resolve(node, place, context);
  if (srcSet !== undefined) context.setProperty(node, 'srcSet', resolveSet(srcSet, place));
}

/** `./a.png.480.webp 480w, …`, with each address resolved. */
function resolveSet(set: string, place: Place): string {
  return set
    .split(', ')
    .map((one) => {
      const at = one.lastIndexOf(' ');
      return `${resolveAddress(one.slice(0, at), place)}${one.slice(at)}`;
    })
    .join(', ');
}

/** A link's text as an address, without its scheme and trailing slash. */
function bareText(node: Readonly<Element>): string {
  return toString(node).replace(/^https?:\/\/|\/$/g, '');
}

function resolve(node: Readonly<Element>, place: Place, context: HastVisitorContext): void {
  for (const property of [...LINKS, ...RESOURCES]) {
    const address = node.properties[property];
    if (typeof address === 'string') context.setProperty(node, property, resolveAddress(address, place));
  }
  // In print, a link is followed by its address, unless that is already its text.
  const { href } = node.properties;
  if (
    node.tagName === 'a' &&
    typeof href === 'string' &&
    /^https?:\/\/(.*?)\/?$/.exec(href)?.[1] === bareText(node)
  )
    context.setProperty(node, 'className', ['bare']);
}
