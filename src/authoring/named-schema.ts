/** The names that an article's frontmatter can use. */
export interface Names {
  tags: readonly string[];
  sources: readonly string[];
  articles: readonly string[];
}

type Schema = Record<string, unknown>;

/**
 * The JSON schema that Astro writes for the articles → the same, with the names of tags, sources and articles that there
 * are, so that editors complete them. Astro itself only knows that a text is meant.
 */
export function withNames(schema: unknown, names: Names): unknown {
  if (Array.isArray(schema)) return schema.map((inner) => withNames(inner, names));
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, withNames(value, names)]),
  );
  const { properties } = inner as { properties?: Schema };
  if (properties === undefined) return inner;
  return { ...inner, properties: named(properties, names) };
}

function named(properties: Schema, { tags, sources, articles }: Names): Schema {
  const result = { ...properties };
  if (isSchema(result['tags']) && 'items' in result['tags'])
    result['tags'] = { ...result['tags'], items: oneOf(tags) };
  // An attribution's source, and no other property that is called so.
  if (isSchema(result['source']) && 'relation' in result) result['source'] = oneOf(sources);
  if (isSchema(result['supersededBy'])) result['supersededBy'] = oneOf(articles);
  return result;
}

function oneOf(names: readonly string[]): Schema {
  // An empty list would refuse every text.
  return names.length === 0 ? { type: 'string' } : { type: 'string', enum: names };
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
