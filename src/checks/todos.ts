import type { Content } from '../content/read-content.ts';

/** Something that an import or an author has left to do. */
export interface Todo {
  /** Absolute path of the file. */
  file: string;
  line: number;
  message: string;
}

/** The comments in articles and pages that begin with `todo:`, which readers never see, in order of files and lines. */
export function todosOf({ articles, pages }: Pick<Content, 'articles' | 'pages'>): Todo[] {
  return [...articles, ...pages].flatMap(({ file, outline }) =>
    (outline?.expressions ?? []).flatMap(({ text, line }) => {
      const message = /^\s*\/\*\s*todo:?\s+([^]*?)\s*\*\/\s*$/i.exec(text)?.[1];
      return message === undefined ? [] : [{ file, line, message }];
    }),
  );
}
