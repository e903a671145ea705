import type { Content } from '../content/read-content.ts';
import { blockFaults } from './blocks.ts';
import { characterFaults } from './characters.ts';
import { commentFaults } from './comments.ts';
import { componentFaults } from './components.ts';
import { dateFaults } from './dates.ts';
import type { Fault } from '../content/fault.ts';
import { feedFaults } from './feeds.ts';
import { linkFaults } from './links.ts';
import { fileFaults } from './files.ts';
import { pathFaults } from './paths.ts';
import { declarationFaults } from './placeholders.ts';
import { referenceFaults } from './references.ts';
import { resourceFaults } from './resources.ts';
import { successorFaults } from './successors.ts';
import { tagFaults } from './tags.ts';
import { textFaults } from './text.ts';
import { valueFaults } from './values.ts';

/** The checks of a content folder, each a function of what was read and of which files there are. */
const CHECKS: readonly ((content: Content) => Fault[])[] = [
  valueFaults,
  (content) => dateFaults(content),
  tagFaults,
  successorFaults,
  declarationFaults,
  textFaults,
  pathFaults,
  referenceFaults,
  resourceFaults,
  linkFaults,
  blockFaults,
  characterFaults,
  commentFaults,
  feedFaults,
];

/** Everything that is wrong with a content folder, at once. */
export async function contentFaults(content: Content): Promise<Fault[]> {
  return [
    ...content.faults,
    ...CHECKS.flatMap((check) => check(content)),
    ...(await fileFaults(content)),
    ...(await componentFaults(content)),
  ];
}
