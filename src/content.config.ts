import { defineCollection, reference } from 'astro:content';
import { folderLoader } from './content/folder-loader.ts';
import { articleSchema } from './content/schemas/article.ts';
import { comment } from './content/schemas/comment.ts';
import { page } from './content/schemas/page.ts';
import { source } from './content/schemas/source.ts';
import { tag } from './content/schemas/tag.ts';
import { verification } from './content/schemas/verification.ts';

export const collections = {
  articles: defineCollection({ loader: folderLoader('articles'), schema: articleSchema(reference) }),
  pages: defineCollection({ loader: folderLoader('pages'), schema: page }),
  tags: defineCollection({ loader: folderLoader('tags'), schema: tag }),
  sources: defineCollection({ loader: folderLoader('sources'), schema: source }),
  comments: defineCollection({ loader: folderLoader('comments'), schema: comment }),
  verifications: defineCollection({ loader: folderLoader('verifications'), schema: verification }),
};
