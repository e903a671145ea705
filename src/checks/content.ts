import type { Content } from '../content/read-content.ts';
import { blockFaults } from './blocks.ts';
import { characterFaults } from './characters.ts';
import { chartFaults } from './charts.ts';
import { commentFaults } from './comments.ts';
import { componentFaults } from './components.ts';
import { dateFaults } from './dates.ts';
import type { FaultCode } from '../content/fault-codes.ts';
import type { Fault } from '../content/fault.ts';
import { feedFaults } from './feeds.ts';
import { linkFaults } from './links.ts';
import { fileFaults } from './files.ts';
import { pathFaults } from './paths.ts';
import { patternFaults } from './patterns.ts';
import { declarationFaults } from './placeholders.ts';
import { referenceFaults } from './references.ts';
import { resourceFaults } from './resources.ts';
import { successorFaults } from './successors.ts';
import { tagFaults } from './tags.ts';
import { textFaults } from './text.ts';
import { valueFaults } from './values.ts';
import { verificationFaults } from './verifications.ts';

/** The checks of a content folder; each gets everything that was read. */
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
  patternFaults,
  characterFaults,
  commentFaults,
  feedFaults,
  verificationFaults,
  componentFaults,
  chartFaults,
];

/** Finds everything that is wrong with a content folder. */
export async function contentFaults(content: Content): Promise<Fault[]> {
  return withoutEchoes([
    ...content.faults,
    ...CHECKS.flatMap((check) => check(content)),
    ...(await fileFaults(content)),
  ]);
}

/** A fault in a line makes these other faults in the same line redundant: they are about the same mistake. */
const ECHOES: Partial<Record<FaultCode, readonly FaultCode[]>> = {
  'forbidden-element': [
    'remote-resource',
    'unsafe-link',
    'missing-file',
    'missing-alternative',
    'empty-link',
    'mdx-component',
    'outside-file',
    'bad-file',
    'bad-picture',
  ],
  'forbidden-attribute': ['remote-resource', 'unsafe-link'],
  'lost-expression': ['mdx-component'],
  'mdx-component': ['missing-alternative'],
};

function withoutEchoes(faults: readonly Fault[]): Fault[] {
  const silenced = new Set(
    faults.flatMap(({ file, line, code }) => (ECHOES[code] ?? []).map((echo) => `${file}:${line} ${echo}`)),
  );
  return faults.filter(({ file, line, code }) => !silenced.has(`${file}:${line} ${code}`));
}
