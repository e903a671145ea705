/** Names that an article's frontmatter can refer to. */
export interface Names {
  tags: readonly string[];
  sources: readonly string[];
  articles: readonly string[];
}

type Schema = Record<string, unknown>;

/**
 * Adds the names of existing tags, sources and articles to the JSON schema that Astro writes for articles, so that editors can
 * complete them. Astro's own schema only says that a string is expected.
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
  // Only an attribution's `source`, not other properties with the same name.
  if (isSchema(result['source']) && 'relation' in result) result['source'] = oneOf(sources);
  if (isSchema(result['supersededBy'])) result['supersededBy'] = oneOf(articles);
  return result;
}

function oneOf(names: readonly string[]): Schema {
  // An empty `enum` would reject every string.
  return names.length === 0 ? { type: 'string' } : { type: 'string', enum: names };
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
