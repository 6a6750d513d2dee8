import { perOrganization } from "../perOrganization";
import { pipelines, stages } from "./picklists";

/** A pipeline of Deals as it is kept: what people see, what it was first called, and its stages by name. */
export interface OwnPipeline {
  id: string;
  name: string;
  actual: string;
  stages: readonly string[];
  isDefault: boolean;
}

/** The pipelines of the standard layout of Deals, in their order. */
export const pipelinesOf = perOrganization(({ schema }): OwnPipeline[] =>
  pipelines.map(({ name, actual, stages: own }, index) => ({
    id: schema.get("Deals")?.fields.get("Pipeline")?.values[index]?.id ?? "",
    name,
    actual,
    stages: own,
    isDefault: index === 0,
  })),
);

/** What a stage is worth: its probability, category and type. */
export const stageNamed = (name: string) => stages.find(([stage]) => stage === name);
