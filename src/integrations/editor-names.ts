import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { withNames } from '../authoring/named-schema.ts';
import { contentFolder, filesBelow, slugOf } from '../content/content-folder.ts';

/** While the dev server runs, adds the names of tags, sources and articles to the schemas that editors use. */
export function editorNames(): AstroIntegration {
  return {
    name: 'opsnotes-editor-names',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const root = server.config.root;
        const write = (): void => {
          writeNames(join(root, '.astro/collections/articles.schema.json'));
        };
        // Astro has written its own schema by now, and won't write it again.
        write();
        for (const event of ['add', 'unlink'] as const)
          server.watcher.on(event, (path: string) => {
            if (path.startsWith(contentFolder()) && /\.(?:yaml|mdx)$/.test(basename(path))) write();
          });
      },
    },
  };
}

function writeNames(file: string): void {
  if (!existsSync(file)) return;
  const folder = contentFolder();
  const slugs = (part: string): string[] => [
    ...new Set(
      filesBelow(join(folder, part))
        .filter((path) => /\.(?:yaml|mdx)$/.test(path))
        .map(slugOf),
    ),
  ];
  const before = readFileSync(file, 'utf8');
  const names = { tags: slugs('tags'), sources: slugs('sources'), articles: slugs('articles') };
  const after = JSON.stringify(withNames(JSON.parse(before), names), undefined, 2);
  if (after !== before) writeFileSync(file, after);
}
