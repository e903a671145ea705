import type { Content } from '../content/read-content.ts';
import { blockFaults } from './blocks.ts';
import { characterFaults } from './characters.ts';
import { commentFaults } from './comments.ts';
import { componentFaults } from './components.ts';
import type { Fault } from '../content/fault.ts';
import { feedFaults } from './feeds.ts';
import { linkFaults } from './links.ts';
import { pathFaults } from './paths.ts';
import { referenceFaults } from './references.ts';
import { resourceFaults } from './resources.ts';
import { verificationFaults } from './verifications.ts';

/** The checks of a content folder, each a function of what was read and of which files there are. */
const CHECKS: readonly ((content: Content) => Fault[])[] = [
  pathFaults,
  referenceFaults,
  resourceFaults,
  linkFaults,
  blockFaults,
  characterFaults,
  commentFaults,
  feedFaults,
  verificationFaults,
  componentFaults,
];

/** Everything that is wrong with a content folder, at once. */
export function contentFaults(content: Content): Fault[] {
  return [...content.faults, ...CHECKS.flatMap((check) => check(content))];
}
