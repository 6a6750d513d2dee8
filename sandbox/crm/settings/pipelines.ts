import type { Route } from "../../http/route";
import { invalidParam, missingParam, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { pipelines, stages } from "../metadata/picklists";
import type { Module } from "../metadata/types";

/** A pipeline with its stages, as `GET /settings/pipeline` gives it. */
export function pipelineJson(deals: Module, index: number) {
  const pipeline = pipelines[index];
  const option = deals.fields.get("Pipeline")?.values[index];
  const stageValues = deals.fields.get("Stage")?.values ?? [];
  return {
    display_value: pipeline?.name,
    default: index === 0,
    maps: (pipeline?.stages ?? []).map((name, position) => {
      const [, probability, category, forecastType] = stages.find(([stage]) => stage === name) ?? [];
      const option = stageValues.find(({ display }) => display === name);
      return {
        display_value: name,
        sequence_number: position + 1,
        forecast_category: { name: category, id: deals.id },
        actual_value: option?.actual,
        id: option?.id,
        forecast_type: forecastType,
        probability,
      };
    }),
    actual_value: pipeline?.actual,
    id: option?.id,
  };
}

const list = crmRoute("crm.pipelines.list", ["GET", "/settings/pipeline"], (call) => pipelinesOf(call), {
  scopes: scope("ZohoCRM.settings.pipeline.READ"),
});

const get = crmRoute(
  "crm.pipelines.get",
  ["GET", "/settings/pipeline/:id"],
  (call) => pipelinesOf(call, call.request.params.id),
  {
    scopes: scope("ZohoCRM.settings.pipeline.READ"),
  },
);

/** The pipelines of a layout of Deals. */
function pipelinesOf({ organization, request }: CrmCall, id?: string) {
  const layoutId = request.query.get("layout_id");
  if (!layoutId) return refusal(missingParam("layout_id"));
  const deals = organization.schema.get("Deals");
  if (!deals?.layouts.some((layout) => layout.id === layoutId)) {
    return refusal({ ...invalidParam("layout_id"), message: "Invalid layoutid" });
  }
  const options = deals.fields.get("Pipeline")?.values ?? [];
  const found = pipelines
    .map((_, index) => index)
    .filter((index) => id === undefined || options[index]?.id === id);
  return found.length === 0 ? noContent : ok({ pipeline: found.map((index) => pipelineJson(deals, index)) });
}

export const pipelineRoutes: Route[] = [list, get];
