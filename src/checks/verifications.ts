import { proofOf, type Proof } from '../articles/proof.ts';
import type { Fault } from '../content/fault.ts';
import { didYouMean } from '../content/nearest.ts';
import type { Content, MdxEntry } from '../content/read-content.ts';
import type { ArticleData } from '../content/schemas/article.ts';

/** Finds records without an article, recipes without hosts, and articles that have changed or failed since their run. */
export function verificationFaults(content: Content): Fault[] {
  const slugs = content.articles.map(({ slug }) => slug);
  const strays = content.verifications
    .filter(({ slug }) => !slugs.includes(slug))
    .map(({ slug, file }) => ({
      file,
      line: 1,
      code: 'unknown-article' as const,
      message: `Unexpected record of \`${slug}\`, expected the slug of an existing article.`,
      hint: didYouMean(slug, slugs),
    }));
  return [...strays, ...content.articles.flatMap(hostlessRecipe), ...oldRecords(content)];
}

/** `blocks.ts` checks which step is for which host. */
function hostlessRecipe({ data, file, lineOf }: MdxEntry<ArticleData>): Fault[] {
  if (data?.sandbox === undefined || data.hosts.length > 0) return [];
  const message = 'Unexpected `sandbox` without `hosts`, expected the names of the hosts.';
  return [{ file, line: lineOf(['sandbox']), code: 'missing-key', message, hint: 'hosts: [server1]' }];
}

/** Articles that have changed since their run, and those that failed. */
function oldRecords(content: Content): Fault[] {
  const records = new Map(content.verifications.map(({ slug, data }) => [slug, data]));
  return content.articles.flatMap((entry) => {
    const { data, outline, slug, file } = entry;
    const proof = data && proofOf(outline?.blocks ?? [], data, records.get(slug));
    if (proof === undefined) return [];
    const again = `Run it again: npm run verify -- ${slug}`;
    return [
      ...failedStep(file, proof, again),
      ...staleSteps(file, proof, again),
      ...staleRecipe(entry, proof, again),
    ];
  });
}

function failedStep(file: string, { record }: Proof, hint: string): Fault[] {
  const failed = record.steps.find(({ outcome }) => outcome === 'failed');
  if (failed === undefined) return [];
  const message = `Unexpected failure of \`${failed.step}\` on ${record.date}, expected every step to pass.`;
  return [{ file, line: 1, code: 'failed-verification', message, hint }];
}

function staleRecipe({ file, lineOf }: MdxEntry<ArticleData>, proof: Proof, hint: string): Fault[] {
  if (!proof.otherHosts) return [];
  const message = `Unexpected \`sandbox\`, expected the one that was used on ${proof.record.date}.`;
  return [{ file, line: lineOf(['sandbox']), code: 'stale-verification', message, hint }];
}

function staleSteps(file: string, { changed, otherSteps, record }: Proof, hint: string): Fault[] {
  if (!otherSteps) return [];
  const code = 'stale-verification';
  if (changed.length === 0) {
    const message = `Unexpected order or number of steps, expected the ones that ran on ${record.date}.`;
    return [{ file, line: 1, code, message, hint }];
  }
  return changed.map(({ line }) => ({
    file,
    line,
    code,
    message: `Unexpected step, expected one that ran on ${record.date}.`,
    hint,
  }));
}
