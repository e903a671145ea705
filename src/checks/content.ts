import { dirname } from 'node:path';
import type { Content, MdxEntry } from '../content/read-content.ts';
import { blockFindings } from './blocks.ts';
import { characterFindings } from './characters.ts';
import { chartFindings } from './charts.ts';
import { commentFaults } from './comments.ts';
import { dateFaults } from './dates.ts';
import type { FaultCode } from '../content/fault-codes.ts';
import { faultsIn, type Fault, type Finding } from '../content/fault.ts';
import { feedFaults } from './feeds.ts';
import { linkFaults } from './links.ts';
import { fileFaults } from './files.ts';
import { moduleFindings } from './modules.ts';
import { pathFaults } from './paths.ts';
import { declarationFindings } from './placeholders.ts';
import { referenceFaults } from './references.ts';
import { resourceFindings } from './resources.ts';
import { successorFaults } from './successors.ts';
import { tagFaults } from './tags.ts';
import { textFindings } from './text.ts';
import { valueFaults } from './values.ts';
import { verificationFaults } from './verifications.ts';

/** The checks of a single article or page. */
const TEXT_CHECKS: readonly ((entry: MdxEntry<unknown>) => Finding[])[] = [
  textFindings,
  resourceFindings,
  blockFindings,
  characterFindings,
  moduleFindings,
  chartFindings,
];

/** The checks of a content folder; each gets everything that was read. */
const CHECKS: readonly ((content: Content) => Fault[])[] = [
  valueFaults,
  dateFaults,
  tagFaults,
  successorFaults,
  pathFaults,
  referenceFaults,
  linkFaults,
  commentFaults,
  feedFaults,
  verificationFaults,
];

/** Finds everything that is wrong with a content folder. */
export async function contentFaults(content: Content): Promise<Fault[]> {
  const { articles, pages } = content;
  const faults = [
    ...content.faults,
    ...CHECKS.flatMap((check) => check(content)),
    ...[...articles, ...pages].flatMap((entry) =>
      TEXT_CHECKS.flatMap((check) => faultsIn(entry.file, check(entry))),
    ),
    ...articles.flatMap((entry) => faultsIn(entry.file, declarationFindings(entry))),
    ...(await fileFaults(content)),
  ];
  return withoutEchoes(withoutSwallowed(faults));
}

/** Faults that a text seems to have when a fence has swallowed the rest of it. */
const SWALLOWED: readonly FaultCode[] = [
  'undefined-reference',
  'unused-definition',
  'unused-placeholder',
  'unused-host',
  'dead-link',
];

/** An unclosed fence is reported once, without what it has swallowed and what seems to be missing because of it. */
function withoutSwallowed(faults: readonly Fault[]): Fault[] {
  const open = faults.filter(
    ({ code, message }) => code === 'unclosed-fence' && message.includes('end of the text'),
  );
  if (open.length === 0) return [...faults];
  const lineOf = new Map(open.map(({ file, line }) => [file, line]));
  const folders = open.map(({ file }) => dirname(file));
  return faults.filter((fault) => {
    const line = lineOf.get(fault.file);
    if (line === undefined) return fault.code !== 'unused-file' || !folders.includes(dirname(fault.file));
    return fault.line < line ? !SWALLOWED.includes(fault.code) : fault.code === 'unclosed-fence';
  });
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
  // Usually one missing import.
  'lost-expression': ['mdx-component'],
  'mdx-component': ['missing-alternative', 'forbidden-attribute'],
};

function withoutEchoes(faults: readonly Fault[]): Fault[] {
  const silenced = new Set(
    faults.flatMap(({ file, line, code }) => (ECHOES[code] ?? []).map((echo) => `${file}:${line} ${echo}`)),
  );
  return faults.filter(({ file, line, code }) => !silenced.has(`${file}:${line} ${code}`));
}
