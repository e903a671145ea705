import { defineHastPlugin, defineMdastPlugin, markdownToHtml } from 'satteri';
import { resolveAddress, type Place } from './addresses.ts';
import { commentFeatures } from '../content/outline/features.ts';

/** Links in a comment are the commenter's, not ours: search engines are told so. */
function foreignLinks(place: Place) {
  return defineHastPlugin({
    name: 'opsnotes-foreign-links',
    element: {
      filter: ['a'],
      visit(node, context) {
        context.setProperty(node, 'href', resolveAddress(String(node.properties.href), place));
        context.setProperty(node, 'rel', 'nofollow ugc noopener');
      },
    },
  });
}

/** The comments have a heading of the second level; those within one stand below it. */
const lowerHeadings = defineMdastPlugin({
  name: 'opsnotes-lower-headings',
  heading(node, context) {
    context.setProperty(node, 'depth', Math.min(6, node.depth + 2) as typeof node.depth);
  },
});

/**
 * A comment's Markdown → HTML. The checks have refused HTML, pictures and addresses that do harm.
 *
 * @param place the article's path, and the comment's own file
 */
export function commentHtml(markdown: string, place: Place): string {
  return markdownToHtml(markdown, {
    features: commentFeatures,
    mdastPlugins: [lowerHeadings],
    hastPlugins: [foreignLinks(place)],
  }).html;
}
