/**
 * How many cases a costly property tries: few in `npm test`, and `PROPERTY_RUNS` times as many in the soak,
 * where they are others each time.
 */
export const runs = (few: number): { numRuns: number } => ({
  numRuns: few * Number(process.env.PROPERTY_RUNS ?? 1),
});
