import { defineHastPlugin, markdownToHtml } from 'satteri';
import { features } from './features.ts';

/** Links in a comment are the commenter's, not ours: search engines are told so. */
const foreignLinks = defineHastPlugin({
  name: 'opsnotes-foreign-links',
  element: {
    filter: ['a'],
    visit(node, context) {
      context.setProperty(node, 'rel', 'nofollow ugc noopener');
    },
  },
});

/** A comment's Markdown → HTML. The checks have refused HTML, pictures and addresses that do harm. */
export function commentHtml(markdown: string): string {
  return markdownToHtml(markdown, { features, hastPlugins: [foreignLinks] }).html;
}
