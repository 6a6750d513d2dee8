import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, invalidParam, missingParam, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { jobsOf } from "../jobs/jobs";
import { type OwnPipeline, pipelinesOf, stageNamed } from "../metadata/pipelines";
import type { Module } from "../metadata/types";
import { isObject, objectsOf, textOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { updateRecord } from "../records/write/engine";
import { failed, itemsAnswer } from "../records/write/results";
import { plainWriting } from "../records/write/writing";

/** A pipeline with its stages, as `GET /settings/pipeline` gives it. */
export function pipelineJson(deals: Module, pipeline: OwnPipeline) {
  const stageValues = deals.fields.get("Stage")?.values ?? [];
  return {
    display_value: pipeline.name,
    default: pipeline.isDefault,
    maps: pipeline.stages.map((name, position) => {
      const [, probability, category, forecastType] = stageNamed(name) ?? [];
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
    actual_value: pipeline.actual,
    id: pipeline.id,
  };
}

type Handler = (call: CrmCall, deals: Module) => Answer;

/** A handler of calls about the pipelines of a layout of Deals. */
const ofLayout =
  (handle: Handler) =>
  (call: CrmCall): Answer => {
    const layoutId = call.request.query.get("layout_id");
    if (!layoutId) return refusal(missingParam("layout_id"));
    const deals = call.organization.schema.get("Deals");
    return deals?.layouts.some((layout) => layout.id === layoutId)
      ? handle(call, deals)
      : refusal({ ...invalidParam("layout_id"), message: "Invalid layoutid" });
  };

const read: Handler = ({ organization, request }, deals) => {
  const { id } = request.params;
  const found = pipelinesOf(organization).filter((pipeline) => id === undefined || pipeline.id === id);
  return found.length === 0 ? noContent : ok({ pipeline: found.map((each) => pipelineJson(deals, each)) });
};

const at = (name: string) => ({ api_name: name, json_path: `$.pipeline[0].${name}` });
const sent = ({ request: { body } }: CrmCall) =>
  objectsOf(isObject(body) ? body.pipeline : undefined)[0] ?? {};
const done = (id: string, message: string, status = 200): Answer =>
  itemsAnswer("pipeline", [{ code: "SUCCESS", details: { id }, message, status: "success" }], status);
const refused = (problem: Failure): Answer => itemsAnswer("pipeline", [failed(problem)], 200);

/** The stages that a body names, or what is wrong with them. */
function stagesOf(deals: Module, maps: unknown): { stages: string[] } | { problem: Failure } {
  const values = deals.fields.get("Stage")?.values ?? [];
  const named = objectsOf(maps).filter(({ _delete }) => _delete === undefined);
  const place = (index: number) => ({ api_name: "id", json_path: `$.pipeline[0].maps[${index}].id` });
  if (named.length === 0)
    return {
      problem:
        objectsOf(maps).length === 0
          ? failure("MANDATORY_NOT_FOUND", "required field not found", at("maps"))
          : failure("CANNOT_DELETE", "Cannot delete the last stage associated with the pipeline", place(0)),
    };
  const wrong = named.findIndex(({ id }) => !values.some((value) => value.id === id));
  if (wrong >= 0)
    return {
      problem:
        named[wrong]?.id === undefined
          ? failure("MANDATORY_NOT_FOUND", "required field not found", place(wrong))
          : failure("INVALID_DATA", "Invalid child option id", place(wrong)),
    };
  return { stages: named.flatMap(({ id }) => values.find((value) => value.id === id)?.display ?? []) };
}

/** Keeps the values of the picklist Pipeline as the pipelines are. */
function showPipelines(organization: CrmOrganization): void {
  const field = organization.schema.get("Deals")?.fields.get("Pipeline");
  if (field)
    field.values = pipelinesOf(organization).map(({ id, name, actual }) => ({
      id,
      display: name,
      actual,
      reference: actual,
    }));
}

function wrongName(organization: CrmOrganization, name: unknown, own?: OwnPipeline): Failure | undefined {
  if (typeof name !== "string" || name === "")
    return failure("MANDATORY_NOT_FOUND", "required  field not found", at("display_value"));
  const isTaken = pipelinesOf(organization).some((each) => each !== own && each.name === name);
  return isTaken
    ? failure("DUPLICATE_DATA", "Duplicate pipeline label found", at("display_value"))
    : undefined;
}

function setDefault(all: OwnPipeline[], pipeline: OwnPipeline): void {
  for (const each of all) each.isDefault = each === pipeline;
}

const create: Handler = (call, deals) => {
  const { organization } = call;
  const { display_value: name, maps, default: isDefault } = sent(call);
  const problem = wrongName(organization, name);
  const named = stagesOf(deals, maps);
  if (problem) return refused(problem);
  if ("problem" in named) return refused(named.problem);
  const own = textOf(name) ?? "";
  const made = {
    id: organization.ids.next(),
    name: own,
    actual: own,
    stages: named.stages,
    isDefault: false,
  };
  const all = pipelinesOf(organization);
  all.push(made);
  if (isDefault === true) setDefault(all, made);
  showPipelines(organization);
  return done(made.id, "Pipeline created successfully", 201);
};

/** `PUT` and `PATCH`, by the id of the path or the body; with `_delete` it goes, unless deals are in it. */
const update: Handler = (call, deals) => {
  const { organization, request } = call;
  const values = sent(call);
  const all = pipelinesOf(organization);
  const pipeline = all.find(({ id }) => id === (request.params.id ?? values.id));
  if (!pipeline)
    return request.params.id === undefined
      ? refused(failure("INVALID_DATA", "required field not found", { id: values.id }))
      : refusal(failure("INVALID_DATA", "invalid pick_list_values id", { resource_path_index: 2 }));
  if (isMoving(organization, pipeline))
    return refused(failure("ALREADY_SCHEDULED", moving, { ...at("pipeline"), value: pipeline.id }));
  if (values._delete !== undefined) {
    const isUsed = organization
      .store(deals)
      .byId()
      .some((deal) => deal.Pipeline === pipeline.name);
    if (isUsed || all.length === 1 || pipeline.isDefault)
      return refused(failure("CANNOT_DELETE", "the pipeline is in use", { id: pipeline.id }));
    all.splice(all.indexOf(pipeline), 1);
    showPipelines(organization);
    return done(pipeline.id, "pipeline deleted");
  }
  const problem =
    values.display_value === undefined ? undefined : wrongName(organization, values.display_value, pipeline);
  if (problem) return refused(problem);
  if (values.maps !== undefined) {
    const named = stagesOf(deals, values.maps);
    if ("problem" in named) return refused(named.problem);
    pipeline.stages = named.stages;
  }
  const before = pipeline.name;
  pipeline.name = textOf(values.display_value) ?? before;
  if (values.default === true) setDefault(all, pipeline);
  if (before !== pipeline.name) move(organization, deals, before, pipeline.name, new Map());
  showPipelines(organization);
  return done(pipeline.id, "Pipeline updated");
};

const transferOf = ({ id }: OwnPipeline): string => `pipeline transfer ${id}`;
const isMoving = (organization: CrmOrganization, pipeline: OwnPipeline): boolean =>
  jobsOf(organization).stillRuns(transferOf(pipeline));
const moving = "Scheduler already running for this pipeline";

/** Gives the deals of a pipeline another, and the stages that belong to it. */
function move(
  organization: CrmOrganization,
  deals: Module,
  from: string,
  to: string,
  stages: ReadonlyMap<string, string>,
): void {
  const writing = plainWriting(organization, deals, organization.currentUser);
  for (const deal of organization
    .store(deals)
    .byId()
    .filter(({ Pipeline }) => Pipeline === from)) {
    const Stage = stages.get(String(deal.Stage)) ?? deal.Stage;
    updateRecord(writing, deal.id, { Pipeline: to, Stage }, "$");
  }
}

/** `POST …/actions/transfer`: the deals of a pipeline go to another, their stages to others. */
const transfer: Handler = (call, deals) => {
  const { organization, request } = call;
  const [item = {}] = objectsOf(isObject(request.body) ? request.body.transfer_pipeline : undefined);
  const all = pipelinesOf(organization);
  const named = isObject(item.pipeline) ? item.pipeline : {};
  const [from, to] = [named.from, named.to].map((id) => all.find((each) => each.id === id));
  const place = (path: string) => ({
    api_name: path.split(".").at(-1),
    json_path: `$.transfer_pipeline[0].${path}`,
  });
  const no = (problem: Failure) => itemsAnswer("transfer_pipeline", [failed(problem)], 200);
  const wrong = (message: string, path: string) => no(failure("INVALID_DATA", message, place(path)));
  if (!from) return wrong("Invalid from id", "pipeline[0].from");
  if (!to) return wrong("Invalid to id", "pipeline[0].to");
  if (to === from) return wrong("Both from_id and to_id cannot be same ", "pipeline[0].to");
  if (isMoving(organization, from))
    return no(failure("ALREADY_SCHEDULED", moving, { api_name: "cvid", value: from.id }));
  if (item.stages === undefined)
    return no(failure("MANDATORY_NOT_FOUND", "Required field not found", place("stages")));
  const values = deals.fields.get("Stage")?.values ?? [];
  const nameOf = (id: unknown) => values.find((value) => value.id === id)?.display;
  const sentStages = objectsOf(item.stages);
  for (const [index, stage] of sentStages.entries()) {
    const before = sentStages.findIndex((other) => other.from === stage.from);
    if (before < index)
      return no(
        failure("ALREADY_USED", "from id is mapped more than once", {
          ...place(`stages[${index}].from`),
          exists_in: { json_path: place(`stages[${before}].from`).json_path },
        }),
      );
    for (const side of ["from", "to"] as const)
      if (!nameOf(stage[side])) return wrong(`Invalid ${side} id`, `stages[${index}].${side}`);
  }
  const pairs = sentStages.map(({ from: left, to: right }) => [nameOf(left), nameOf(right)]);
  const stages = new Map(pairs.flatMap(([left, right]) => (left && right ? [[left, right] as const] : [])));
  const target = (stage: string) => stages.get(stage) ?? stage;
  const lost = from.stages.findIndex((stage) => !to.stages.includes(target(stage)));
  const isInUse = organization
    .store(deals)
    .byId()
    .some((deal) => deal.Pipeline === from.name && !to.stages.includes(target(String(deal.Stage))));
  if (lost >= 0 && isInUse) return wrong("Invalid to id", `stages[${lost}].to`);
  const job_id = jobsOf(organization).schedule({
    kind: transferOf(from),
    counts: {},
    work: () => {
      move(organization, deals, from.name, to.name, stages);
      return {};
    },
  });
  return ok({
    transfer_pipeline: [
      {
        code: "SUCCESS",
        details: { job_id },
        message: "transfer pipeline scheduled successfully",
        status: "success",
      },
    ],
  });
};

const path = "/settings/pipeline";
const may = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.pipeline.${operation}`) });

export const pipelineRoutes: Route[] = [
  crmRoute("crm.pipelines.list", ["GET", path], ofLayout(read), may("READ")),
  crmRoute("crm.pipelines.get", ["GET", `${path}/:id`], ofLayout(read), may("READ")),
  crmRoute("crm.pipelines.create", ["POST", path], ofLayout(create), may("CREATE")),
  ...(["PUT", "PATCH"] as const).flatMap((method) =>
    ["", "/:id"].map((named) =>
      crmRoute(
        `crm.pipelines.${method === "PUT" ? "replace" : "update"}${named === "" ? "Named" : ""}`,
        [method, `${path}${named}`],
        ofLayout(update),
        may("UPDATE"),
      ),
    ),
  ),
  crmRoute("crm.pipelines.transfer", ["POST", `${path}/actions/transfer`], ofLayout(transfer), may("CREATE")),
];
