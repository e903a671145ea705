import { findPlaceholders } from '../commands/placeholders.ts';
import type { Content, MdxEntry } from '../content/read-content.ts';
import type { ArticleBlock } from '../content/outline/article-blocks.ts';
import type { Fault } from '../content/fault.ts';
import { didYouMean } from '../content/nearest.ts';
import { isReserved } from '../content/outline/heading-ids.ts';
import { isMap, isReadable, keysAt, stringAt, stringsAt } from './raw.ts';

/** What the parser finds in each block, and hosts and placeholders missing from the frontmatter. */
export function blockFaults(content: Content): Fault[] {
  return [...content.articles, ...content.pages].flatMap((entry) => [
    ...(entry.outline?.blocks ?? []).flatMap((block) => [
      ...block.problems.map((problem) => ({ ...problem, file: entry.file })),
      ...undeclaredHosts(entry, block),
      ...undeclaredPlaceholders(entry, block),
      ...withoutHost(entry, block),
    ]),
    ...takenAnchors(entry),
  ]);
}

/**
 * An anchor that a fence asks for with `id` or `formerly` must not be that of a heading, of another block, or of the page itself.
 */
function takenAnchors({ file, outline }: MdxEntry<unknown>): Fault[] {
  const owners = new Map((outline?.headings ?? []).map(({ id }) => [id, 'a heading']));
  const blocks = outline?.blocks ?? [];
  // Current anchors take precedence over former ones.
  const asked = [
    ...blocks.flatMap(({ block, fence, steps }) =>
      block.meta.id === undefined
        ? []
        : [block.meta.id, ...steps.map((_step, index) => `${block.meta.id!}-${index + 1}`)].map((id) => ({
            id,
            fence,
          })),
    ),
    ...blocks.flatMap(({ block, fence }) => block.meta.formerly.map((id) => ({ id, fence }))),
  ];
  const faults = asked.flatMap(({ id, fence }): Fault[] => {
    const owner = owners.get(id) ?? (isReserved(id) && !/^(?:step|block)-/.test(id) ? 'the page' : undefined);
    owners.set(id, owner ?? `the block in line ${fence.line - 1}`);
    if (owner === undefined) return [];
    const message = `Unexpected anchor \`${id}\`, expected one that is free: ${owner} has it.`;
    return [{ file, line: fence.line - 1, code: 'bad-meta-value', message }];
  });
  // If a block's anchor is taken, so are those of its steps; report it once.
  return faults.filter(({ line }, index) => faults.findIndex((other) => other.line === line) === index);
}

function undeclaredHosts(entry: MdxEntry<unknown>, { block, fence }: ArticleBlock): Fault[] {
  if (!isReadable(entry.raw, 'hosts', Array.isArray)) return [];
  const declared = stringsAt(entry.raw, 'hosts');
  const ofMeta = block.meta.hosts.map((host) => ({ host, line: fence.line - 1 }));
  const ofPrompts =
    declared.length === 0 || !('steps' in block)
      ? []
      : block.steps.flatMap((step) => step.hosts.map((host) => ({ host, line: step.line })));
  const undeclared = [...ofMeta, ...ofPrompts].filter(({ host }) => !declared.includes(host));
  const first = new Map(undeclared.toReversed().map((item) => [item.host, item]));
  return [...first.values()].map(({ host, line }) => ({
    file: entry.file,
    line,
    code: 'undeclared-host',
    message: `Unexpected host \`${host}\`, expected one of \`hosts\` in the frontmatter.`,
    hint: didYouMean(host, declared) ?? `Declare it: \`hosts: [${[...declared, host].join(', ')}]\`.`,
  }));
}

/**
 * If a guide, or another article that is meant to be run, has several hosts, a block without a host would be in nobody's script.
 */
function withoutHost(entry: MdxEntry<unknown>, { block, fence, problems }: ArticleBlock): Fault[] {
  const hosts = stringsAt(entry.raw, 'hosts');
  const isRun = stringAt(entry.raw, 'kind') === 'guide' || keysAt(entry.raw, 'sandbox').length > 0;
  if (!isRun || hosts.length < 2 || block.kind === 'code') return [];
  // A mistake on the fence line has already been reported, and may concern the host.
  if (problems.some(({ line }) => line < fence.line)) return [];
  const line =
    block.kind === 'listing'
      ? block.hosts.length === 0 && fence.line - 1
      : block.steps.find((step) => step.hosts.length === 0)?.line;
  if (line === undefined || line === false) return [];
  const what = block.kind === 'listing' ? 'file' : 'command';
  const message = `Unexpected ${what} without a host in a guide with several, expected one that names its host.`;
  const hint = `Add it to the fence: host="${hosts.join(' ')}", without those that it is not for.`;
  return [{ file: entry.file, line, code: 'step-without-host', message, hint }];
}

/** In the block, and in the attributes of its fence. */
function undeclaredPlaceholders(entry: MdxEntry<unknown>, { fence }: ArticleBlock): Fault[] {
  if (!isReadable(entry.raw, 'placeholders', isMap)) return [];
  const declared = keysAt(entry.raw, 'placeholders');
  return [fence.meta, ...fence.text.split('\n')]
    .flatMap((text, index) =>
      findPlaceholders(text).map(({ name }) => ({ name, line: fence.line - 1 + index })),
    )
    .filter(({ name }) => !declared.includes(name))
    .map(({ name, line }) => ({
      file: entry.file,
      line,
      code: 'undeclared-placeholder',
      message: `Unexpected placeholder \`{{${name}}}\`, expected one of \`placeholders\` in the frontmatter.`,
      hint:
        didYouMean(name, declared) ?? `Declare it: \`placeholders: { ${name}: { label: …, example: … } }\`.`,
    }));
}
