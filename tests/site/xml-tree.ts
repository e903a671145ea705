import { SaxesParser } from 'saxes';

/** An element of XML. */
export interface XmlElement {
  /** `{namespace}name`, or just the name if it has no namespace. */
  name: string;
  /** By name, with the namespace as above. */
  attributes: Record<string, string>;
  children: XmlElement[];
  /** All of its own text. */
  text: string;
}

/**
 * Parses XML into a tree.
 *
 * @throws where it is not well-formed, or a namespace is not declared
 */
export function xmlTree(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const named = Object.values(attributes)
      .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
      .map((attribute) => [qualified(attribute.uri, attribute.local), attribute.value] as const);
    const element = {
      name: qualified(uri, local),
      attributes: Object.fromEntries(named),
      children: [],
      text: '',
    };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  for (const event of ['text', 'cdata'] as const)
    parser.on(event, (text) => {
      open.at(-1)!.text += text;
    });
  parser.write(xml).close();
  return root.children[0]!;
}

/** The children with a certain name. */
export function named(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function qualified(uri: string, local: string): string {
  return uri === '' ? local : `{${uri}}${local}`;
}
