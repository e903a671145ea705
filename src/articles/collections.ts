import type { Outline } from '../content/outline/outline.ts';
import type { ArticleData } from '../content/schemas/article.ts';
import type { Comment } from '../content/schemas/comment.ts';
import type { Page } from '../content/schemas/page.ts';
import type { Source } from '../content/schemas/source.ts';
import type { Tag } from '../content/schemas/tag.ts';
import type { Verification } from '../content/schemas/verification.ts';

/** An entry of a collection. */
export interface Entry<Data> {
  id: string;
  data: Data;
  /** The absolute path of its file. */
  file: string;
  /** Digest of the file. */
  digest: string;
}

/** An article or page, with the outline of its text. */
export interface TextEntry<Data> extends Entry<Data> {
  outline: Outline;
}

/** The six collections. Pages get them from Astro (`site-content.ts`), the thread that writes the other files from its own reading. */
export interface Collections {
  articles: TextEntry<ArticleData>[];
  pages: TextEntry<Page>[];
  tags: Entry<Tag>[];
  sources: Entry<Source>[];
  /** Each id begins with the article's: `xen-summit-2011/a-reply`. */
  comments: Entry<Comment>[];
  /** Records of runs; each has the id of its article. */
  verifications: Entry<Verification>[];
}
