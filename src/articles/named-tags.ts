import { localize, localizedTexts } from '../content/schemas/localized.ts';
import type { Tag } from '../content/schemas/tag.ts';
import type { Entry } from './collections.ts';
import { tagPath } from './paths.ts';
import { site } from './site.ts';

/** A tag in the site's language. */
export interface NamedTag {
  slug: string;
  path: string;
  label: string;
  description: string;
  /** What readers may search for: its label in every language, and other spellings. */
  spellings: string[];
  /** Where its page was under earlier names. */
  formerPaths: string[];
}

/** All tags by slug, in the site's language. */
export function namedTags(entries: readonly Entry<Tag>[]): Map<string, NamedTag> {
  return new Map(entries.map(({ id, data }) => [id, asTag(id, data)]));
}

function asTag(slug: string, { label, description, aliases, formerly }: Tag): NamedTag {
  return {
    slug,
    path: tagPath(slug),
    label: localize(label, site.locale),
    description: localize(description, site.locale),
    spellings: [...localizedTexts(label), ...aliases],
    formerPaths: formerly.map(tagPath),
  };
}
