import type { Outline } from '../content/outline/outline.ts';
import { digestOf } from '../content/digest.ts';
import type { Page } from '../content/schemas/page.ts';
import { pagePath } from '../content/text-paths.ts';
import { attachedFiles, type AttachedFile } from './attached-files.ts';
import type { TextEntry } from './collections.ts';
import { site } from './site.ts';

/** A page of the site's own, such as About. */
export interface OwnPage {
  slug: string;
  /** Its address from the site's root. */
  path: string;
  title: string;
  description: string;
  /** A BCP 47 language tag. */
  lang: string;
  /** The absolute path of its file. */
  file: string;
  outline: Outline;
  /** The files published along with it. */
  attached: AttachedFile[];
  /** Covers everything above. */
  digest: string;
}

/** Builds the site's own pages. */
export function pagesOf(entries: readonly TextEntry<Page>[]): OwnPage[] {
  return entries.map(({ id: slug, data, outline, file, digest }) => {
    const attached = attachedFiles(outline, file);
    return {
      slug,
      path: pagePath(slug),
      title: data.title,
      description: data.description,
      lang: data.lang ?? site.locale,
      outline,
      file,
      attached,
      digest: digestOf([slug, digest, attached]),
    };
  });
}
