import lighthouse, { type Flags } from 'lighthouse';

/** Whether slowness is computed from a fast load, as Lighthouse does by itself, or the browser is really slowed down. */
export const THROTTLINGS = ['simulate', 'devtools'] as const;

export type Throttling = (typeof THROTTLINGS)[number];

/** What one load of a page gave. */
export interface Load {
  /** 0 to 100; only of the categories that were asked for. */
  scores: Record<string, number>;
  /** Milliseconds; the shift is a share of the window. */
  largestPaint: number;
  blocked: number;
  shift: number;
  /** The paths that were asked for. */
  paths: string[];
  /** What is below 100: names of audits. */
  failed: string[];
}

/** Every category; a bare page is asked for its speed alone. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * Loads a page as Lighthouse's telephone does, in a browser that listens on `port`.
 *
 * @throws where the page cannot be measured
 */
export async function loadPage(
  address: string,
  port: number,
  {
    throttling,
    bare = false,
    isMissing = false,
  }: { throttling: Throttling; bare?: boolean; isMissing?: boolean },
): Promise<Load> {
  const flags: Flags = {
    port,
    logLevel: 'silent',
    throttlingMethod: throttling,
    onlyCategories: bare ? ['performance'] : [...CATEGORIES],
    // A page for what isn't there answers 404, as it must: it is judged without the audits that fail for that.
    ...(isMissing && { ignoreStatusCode: true, skipAudits: ['http-status-code', 'errors-in-console'] }),
  };
  const result = await lighthouse(address, flags);
  if (result === undefined || result.lhr.runtimeError !== undefined)
    throw new Error(
      `Lighthouse could not load ${address}: ${result?.lhr.runtimeError?.message ?? 'no result'}`,
    );
  const { audits, categories } = result.lhr;
  const number = (audit: string): number => audits[audit]?.numericValue ?? Number.NaN;
  const requests = audits['network-requests']?.details as { items: { url: string }[] } | undefined;
  return {
    scores: Object.fromEntries(
      Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    ),
    largestPaint: number('largest-contentful-paint'),
    blocked: number('total-blocking-time'),
    shift: number('cumulative-layout-shift'),
    paths: (requests?.items ?? [])
      .map(({ url }) => url)
      .filter((url) => url.startsWith('http'))
      .map((url) => new URL(url).pathname),
    failed: Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id),
    ),
  };
}
