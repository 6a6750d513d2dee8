/**
 * How many cases a costly property tries: in `npm test` few, and always the same ones, so that a change is
 * what makes it fail; in the soak `PROPERTY_RUNS` times as many, others each time.
 */
export const runs = (few: number): { numRuns: number; seed?: number } => {
  const times = process.env.PROPERTY_RUNS;
  return times === undefined ? { numRuns: few, seed: 20_260_301 } : { numRuns: few * Number(times) };
};
