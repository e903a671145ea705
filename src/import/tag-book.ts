import { localizedTexts } from '../content/schemas/localized.ts';
import type { Tag } from '../content/schemas/tag.ts';
import { slugOfKey, slugOfText } from './slug.ts';

/** A new tag. */
export interface NewTag {
  slug: string;
  label: string;
  description: string;
  aliases: string[];
}

/** The tag for texts without one, because an article needs at least one. */
export const UNTAGGED = 'Untagged';

/** Existing tags and those that an import creates; different spellings become one tag. */
export class TagBook {
  readonly #slugs = new Map<string, string>();
  readonly #spellings = new Map<string, Map<string, number>>();
  readonly #descriptions: ReadonlyMap<string, string>;

  /** @param descriptions the source's descriptions of its tags, by name in lower case */
  constructor(
    known: readonly { slug: string; data: Tag | undefined }[],
    descriptions: ReadonlyMap<string, string>,
  ) {
    this.#descriptions = descriptions;
    for (const { slug } of known) this.#slugs.set(slug, slug);
    for (const { slug, data } of known) {
      const { label, aliases, formerly } = data ?? { label: '', aliases: [], formerly: [] };
      for (const spelling of [...localizedTexts(label), ...aliases, ...formerly]) {
        const key = spelling.toLowerCase();
        if (!this.#slugs.has(key)) this.#slugs.set(key, slug);
      }
    }
  }

  /** The slug for a tag's name in a text; creates the tag if there is none. */
  slugOf(name: string): string {
    const written = name.trim().slice(0, 100);
    const own = slugOfText(written) ?? slugOfKey('tag', written.toLowerCase());
    const known = this.#slugs.get(written.toLowerCase()) ?? this.#slugs.get(own);
    const slug = known ?? own;
    if (known === undefined) this.#spellings.set(slug, new Map());
    this.#slugs.set(written.toLowerCase(), slug).set(slug, slug);
    const spellings = this.#spellings.get(slug);
    spellings?.set(written, (spellings.get(written) ?? 0) + 1);
    return slug;
  }

  /** The new tags, by slug. The most common spelling becomes the label, others become aliases. */
  made(): NewTag[] {
    const labels = new Set<string>();
    return [...this.#spellings].map(([slug, spellings]) => {
      const [label = slug, ...others] = [...spellings]
        .sort((a, b) => b[1] - a[1])
        .map(([spelling]) => spelling);
      const own = labels.has(label.toLowerCase()) ? `${label} (${slug})` : label;
      labels.add(own.toLowerCase());
      const aliases = new Map(others.map((other) => [other.toLowerCase(), other]));
      aliases.delete(label.toLowerCase());
      aliases.delete(slug);
      const description = [...spellings.keys()]
        .map((spelling) => this.#descriptions.get(spelling.toLowerCase()))
        .find(Boolean);
      return {
        slug,
        label: own,
        description: cut(description ?? `Texts about ${label}.`),
        aliases: [...aliases.values()],
      };
    });
  }
}

function cut(text: string): string {
  return text.length > 280 ? `${text.slice(0, 279)}…` : text;
}
