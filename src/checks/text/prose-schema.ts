import { defaultSchema, type Schema } from 'hast-util-sanitize';

/**
 * What an article may write as HTML: what prose needs and Markdown lacks. GitHub's table, without what only forms and styles
 * need, and with a few elements of prose that it lacks. Whoever needs more imports a component.
 */
export const proseSchema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !['input', 'picture', 'source'].includes(name)),
    'abbr',
    'bdi',
    'bdo',
    'caption',
    'cite',
    'col',
    'colgroup',
    'dfn',
    'figcaption',
    'figure',
    'mark',
    'small',
    'time',
    'u',
    'wbr',
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

/** Whether an article may write an element. */
export function isProseElement(name: string): boolean {
  return NAMES.has(name);
}

/** The attributes that an element of an article may have, as HTML writes them. */
export function proseAttributes(element: string): string[] {
  const { '*': everywhere = [], [element]: own = [] } = proseSchema.attributes ?? {};
  return [...everywhere, ...own].map((name) => htmlName(String(name)));
}

/** Whether an element of an article may have an attribute: `colspan`, `colSpan` and `col-span` are one. */
export function isProseAttribute(element: string, attribute: string): boolean {
  return proseAttributes(element).some((name) => plainName(name) === plainName(attribute));
}

function htmlName(property: string): string {
  return property.startsWith('aria') ? `aria-${property.slice(4).toLowerCase()}` : property.toLowerCase();
}

function plainName(attribute: string): string {
  return attribute.toLowerCase().replace(/[-:]/g, '');
}
