import { formatDay } from '../i18n/date.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { ArticleData } from '../content/schemas/article.ts';
import type { Locale } from '../content/schemas/localized.ts';
import type { Verification } from '../content/schemas/verification.ts';
import type { Proof } from './proof.ts';

/** `Run on 28 November 2026 with glusterfs 10.3 on Debian 12: 14 of 14 steps passed.` */
export function proofSentence(
  proof: Proof,
  appliesTo: ArticleData['appliesTo'],
  locale: Locale,
  t: Dictionary,
): string {
  const { record, passed, skipped, total } = proof;
  const versions = shownPackages(record.packages, appliesTo)
    .map(({ package: name, version }) => `${name} ${upstream(version)}`)
    .join(', ');
  const run = t.proofRun(formatDay(record.date, locale), versions, record.system);
  const counts = [t.proofPassed(passed, total), ...(skipped === 0 ? [] : [t.proofSkipped(skipped)])];
  return `${run}: ${counts.join(', ')}.`;
}

/** The sentence, and whether it still holds. */
export function proofText(...given: Parameters<typeof proofSentence>): string {
  const [proof, , , t] = given;
  return [proofSentence(...given), ...staleSentences(proof, t)].join(' ');
}

/** What has changed since the run, one sentence each; empty if the record still holds. */
export function staleSentences({ otherSteps, otherHosts }: Proof, t: Dictionary): string[] {
  return [...(otherSteps ? [t.proofStale] : []), ...(otherHosts ? [t.proofOtherHosts] : [])];
}

/** Why steps were skipped or failed, each reason once. */
export function proofReasons({ record }: Proof): string[] {
  return [...new Set(record.steps.flatMap(({ reason }) => reason ?? []))];
}

/** The packages that the article is about; all of them if none match. */
function shownPackages(
  packages: Verification['packages'],
  appliesTo: ArticleData['appliesTo'],
): Verification['packages'] {
  const products = appliesTo.map(({ product }) => product.toLowerCase());
  const about = packages.filter(({ package: name }) => products.some((product) => name.startsWith(product)));
  return about.length === 0 ? packages : about;
}

/** A package's upstream version, without the distribution's additions: `1:10.3-5+b1` → `10.3`. */
function upstream(version: string): string {
  return version.replace(/^\d+:/, '').replace(/[-+~].*$/, '');
}
