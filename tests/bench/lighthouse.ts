import lighthouse, { type Flags } from 'lighthouse';

/** Whether slow conditions are computed from a fast load, Lighthouse's default, or the browser is really slowed down. */
export const THROTTLINGS = ['simulate', 'devtools'] as const;

export type Throttling = (typeof THROTTLINGS)[number];

/** The result of loading a page once. */
export interface Load {
  /** From 0 to 100, for the requested categories only. */
  scores: Record<string, number>;
  /** In milliseconds; the layout shift is a share of the window. */
  largestPaint: number;
  blocked: number;
  shift: number;
  /** The requested paths. */
  paths: string[];
  /** Audits that scored below 100. */
  failed: string[];
}

/** All categories; a bare page is only measured for speed. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * Loads a page as Lighthouse's phone does, in a browser that listens on `port`.
 *
 * @throws if the page can't be measured
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
    // A 404 page answers with 404, as it must, so skip the audits that fail because of that.
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
