import { defaultSchema, type Schema } from 'hast-util-sanitize';
import { words } from '../../commands/tables.ts';

/**
 * The HTML allowed in articles: what prose needs and Markdown lacks. It is GitHub's list without elements for forms and styling,
 * plus a few elements of prose that it lacks. For anything else, import a component.
 */
export const proseSchema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !['input', 'picture', 'source'].includes(name)),
    ...words('abbr bdi bdo caption cite col colgroup dfn figcaption figure mark small time u wbr'),
  ],
  attributes: {
    '*': ['ariaLabel', 'dir', 'lang', 'title'],
    a: ['href', 'hrefLang', 'rel', 'type'],
    abbr: [],
    blockquote: ['cite'],
    bdo: [],
    col: ['span'],
    colgroup: ['span'],
    del: ['cite', 'dateTime'],
    details: ['open'],
    h1: ['id'],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    img: ['src', 'alt', 'width', 'height'],
    ins: ['cite', 'dateTime'],
    li: ['value'],
    ol: ['reversed', 'start', 'type'],
    q: ['cite'],
    td: ['align', 'colSpan', 'headers', 'rowSpan'],
    th: ['abbr', 'align', 'colSpan', 'headers', 'rowSpan', 'scope'],
    time: ['dateTime'],
  },
};

const NAMES = new Set(proseSchema.tagNames);

/** Whether an element is allowed in articles. */
export function isProseElement(name: string): boolean {
  return NAMES.has(name);
}

/** The attributes allowed on an element, as written in HTML. */
export function proseAttributes(element: string): string[] {
  const { '*': everywhere = [], [element]: own = [] } = proseSchema.attributes ?? {};
  return [...everywhere, ...own].map((name) => htmlName(String(name)));
}

/** Whether an attribute is allowed on an element: `colspan`, `colSpan` and `col-span` are the same. */
export function isProseAttribute(element: string, attribute: string): boolean {
  return proseAttributes(element).some((name) => plainName(name) === plainName(attribute));
}

function htmlName(property: string): string {
  return property.startsWith('aria') ? `aria-${property.slice(4).toLowerCase()}` : property.toLowerCase();
}

function plainName(attribute: string): string {
  return attribute.toLowerCase().replace(/[-:]/g, '');
}
