import { defineCollection } from 'astro:content';
import { folderLoader } from './loaders/folder-loader.ts';
import { article } from './schemas/article.ts';
import { comment } from './schemas/comment.ts';
import { page } from './schemas/page.ts';
import { source } from './schemas/source.ts';
import { tag } from './schemas/tag.ts';

export const collections = {
  articles: defineCollection({ loader: folderLoader('articles'), schema: article }),
  pages: defineCollection({ loader: folderLoader('pages'), schema: page }),
  tags: defineCollection({ loader: folderLoader('tags'), schema: tag }),
  sources: defineCollection({ loader: folderLoader('sources'), schema: source }),
  comments: defineCollection({ loader: folderLoader('comments'), schema: comment }),
};
