import { type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import { type Crm, sendItem } from "../crm";
import { startedId } from "../jobs/waitForJob";
import { changing, creating, reading, type SettingList, writeSetting } from "../settings/calls";
import { getLayouts } from "./modules";

/** The pipelines of a layout, each a row of stages that deals go through. */
export const pipelineOperations = {
  getPipelines: {
    ...reading,
    path: "/crm/{version}/settings/pipeline",
    scope: "ZohoCRM.settings.pipeline.READ",
    answers: "pipeline",
  },
  createPipeline: {
    ...creating,
    path: "/crm/{version}/settings/pipeline",
    scope: "ZohoCRM.settings.pipeline.CREATE",
    items: "pipeline",
  },
  updatePipeline: {
    ...changing,
    method: "PATCH",
    path: "/crm/{version}/settings/pipeline/{id}",
    scope: "ZohoCRM.settings.pipeline.UPDATE",
    items: "pipeline",
  },
  transferPipeline: {
    ...creating,
    path: "/crm/{version}/settings/pipeline/actions/transfer",
    scope: "ZohoCRM.settings.pipeline.CREATE",
    items: "transfer_pipeline",
  },
} as const;

/**
 * The pipelines of a layout with their stages; of all layouts of the module without one.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-pipelines.html
 */
export async function getPipelines(
  crm: Crm,
  { recordType, layoutId }: { recordType: string; layoutId?: string },
): Promise<{ pipeline: JsonObject[] }> {
  const layouts = layoutId
    ? [layoutId]
    : (await getLayouts(crm, recordType)).map((layout) => textAt(layout, "id"));
  const pipelines = new Map<unknown, JsonObject>();
  for (const layout_id of layouts) {
    const { body } = await crm.send(pipelineOperations.getPipelines, { query: { layout_id } });
    for (const pipeline of objectsAt(body, "pipeline")) pipelines.set(pipeline.id, pipeline);
  }
  return { pipeline: [...pipelines.values()] };
}

/** A layout of a module that has pipelines. */
interface LayoutKey {
  readonly recordType: string;
  readonly layoutId: string;
}

/** The pipeline of a layout that has a name or an id. */
async function pipelineOf(crm: Crm, layout: LayoutKey, wanted: string): Promise<JsonObject & { id: string }> {
  const { pipeline } = await getPipelines(crm, layout);
  const found = pipeline.find(({ id, display_value }) => id === wanted || display_value === wanted);
  const id = textAt(found, "id");
  if (found && id) return { ...found, id };
  const names = pipeline.map(({ display_value }) => display_value).join(", ");
  throw inputError("crm", `Pipeline: the layout has no ${wanted}. It has ${names}`);
}

/**
 * A new pipeline of a layout of deals, with stages in their order.
 * @param input.stages by their names, as a pipeline of the layout has them.
 * @throws ZohoError of kind `input` for a stage that no pipeline of the layout has.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-pipeline.html
 */
export async function createPipeline(
  crm: Crm,
  { pipelineName, stages, ...layout }: LayoutKey & { pipelineName: string; stages: readonly string[] },
): Promise<SettingList> {
  const { pipeline } = await getPipelines(crm, layout);
  const known = new Map(
    pipeline.flatMap((each) => objectsAt(each, "maps")).map((s) => [s.display_value, s.id]),
  );
  const unknown = stages.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw inputError("crm", `Stages: no pipeline has ${unknown}. There are ${[...known.keys()].join(", ")}`);
  const maps = stages.map((name, index) => ({
    id: known.get(name),
    display_value: name,
    sequence_number: index + 1,
  }));
  const call = {
    query: { layout_id: layout.layoutId },
    body: { pipeline: [{ display_value: pipelineName, default: false, maps }] },
  };
  return writeSetting(crm, pipelineOperations.createPipeline, call);
}

/**
 * Moves the deals of a pipeline into another, stage by stage of the same name, and deletes it once Zoho has
 * moved them.
 * @throws ZohoError `ALREADY_SCHEDULED` where Zoho still moves its deals, and `CANNOT_DELETE` where deals
 * stayed in it; a later try may find them moved.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/transfer-pipeline.html
 */
export async function removePipeline(
  crm: Crm,
  { pipeline, transferTo, ...layout }: LayoutKey & { pipeline: string; transferTo: string },
): Promise<{ pipeline: readonly JsonObject[]; job_id: string }> {
  const [from, to] = [await pipelineOf(crm, layout, pipeline), await pipelineOf(crm, layout, transferTo)];
  const targets = objectsAt(to, "maps");
  const [otherwise] = targets;
  const stages = objectsAt(from, "maps").map(({ id, display_value }) => ({
    from: id,
    to: (targets.find((stage) => stage.display_value === display_value) ?? otherwise)?.id,
  }));
  const query = { layout_id: layout.layoutId };
  const body = { transfer_pipeline: [{ pipeline: { from: from.id, to: to.id }, stages }] };
  const { details } = await sendItem(crm, pipelineOperations.transferPipeline, { query, body });
  const job_id = startedId(crm, pipelineOperations.transferPipeline, details, "job_id");
  const gone = { path: { id: from.id }, query, body: { pipeline: [{ _delete: { permanent: null } }] } };
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    await crm.sleep(pauseMs);
    try {
      const { pipeline: removed = [] } = await writeSetting(crm, pipelineOperations.updatePipeline, gone);
      return { pipeline: removed, job_id };
    } catch (error) {
      if (!(error instanceof ZohoError) || !notYet.includes(error.code) || pauseMs >= LAST_PAUSE_MS)
        throw error;
    }
  }
}

/** What Zoho says while deals are still moving. */
const notYet = ["CANNOT_DELETE", "ALREADY_SCHEDULED"];
const FIRST_PAUSE_MS = 1_000;
const LAST_PAUSE_MS = 16_000;
