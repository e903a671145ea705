/** A few hundred cases in `npm test`; `PROPERTY_RUNS=50000 npx vitest run --project unit` for a thorough run. */
export const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) };
