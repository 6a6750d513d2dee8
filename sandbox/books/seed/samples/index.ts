import { accountingSamples } from "./accounting";
import { documentSamples } from "./documents";
import { peopleSamples } from "./people";
import type { Samples } from "./sample";
import { settingSamples } from "./settings";

export const samples: Samples = {
  ...settingSamples,
  ...peopleSamples,
  ...documentSamples,
  ...accountingSamples,
};
