import { markdownToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { CommentEntry, Content } from '../loaders/read-content.ts';
import { features } from '../markdown/features.ts';
import { linkTarget } from '../markdown/links.ts';
import type { Fault } from './fault.ts';

/** A comment is Markdown of which nothing can do harm: no HTML, no picture, no address but those of the Web and mail. */
export function commentFaults(content: Content): Fault[] {
  return content.comments.flatMap((entry) =>
    entry.data === undefined ? [] : bodyFaults(entry, entry.data.body),
  );
}

function bodyFaults(entry: CommentEntry, body: string): Fault[] {
  const faults: Fault[] = [];
  const firstLine = entry.lineOf(['body']) + (body.includes('\n') ? 1 : 0);
  visit(markdownToMdast(body, { features }), (node) => {
    const at = { file: entry.file, line: firstLine + (node.position?.start.line ?? 1) - 1 };
    if (node.type === 'html') {
      const message = `Unexpected HTML \`${node.value.slice(0, 60)}\`, expected Markdown only.`;
      faults.push({ ...at, code: 'html-in-comment', message, hint: 'In backticks it is shown as it is.' });
    }
    if (node.type === 'image') {
      const message = `Unexpected picture \`${node.url}\` in a comment, expected text.`;
      faults.push({ ...at, code: 'remote-resource', message });
    }
    if (
      (node.type === 'link' || node.type === 'definition') &&
      linkTarget(node.url, entry.file).to === 'nowhere'
    ) {
      const message = `Unexpected address \`${node.url}\`, expected \`https:\` or a path.`;
      faults.push({ ...at, code: 'unsafe-link', message });
    }
  });
  return faults;
}
