import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { refuse, requiredId, requiredText, textList } from "../../../inputs/cleaners";
import { pipelineLayoutId, pipelineModule } from "../../../inputs/modules";
import { createPipeline, getPipelines, removePipeline } from "../../../zoho/crm/metadata/pipelines";
import { written } from "../exampleValues";

const layoutId = input({
  label: "Layout ID",
  type: "string",
  required: true,
  dataSource: "selectLayout",
  placeholder: "Select a layout",
  comments: "The unique identifier of the layout of deals that has the pipelines.",
  example: "5725767000000091055",
  clean: requiredId("Layout ID"),
});

const pipeline = input({
  label: "Pipeline",
  type: "string",
  required: true,
  dataSource: "selectPipeline",
  placeholder: "Select a pipeline",
  comments: "The name or the unique identifier of the pipeline that goes. It must not be the default one.",
  example: "Renewals",
  clean: requiredText("Pipeline"),
});

const transferTo = input({
  ...pipeline,
  label: "Transfer To",
  comments:
    "The name or the unique identifier of the pipeline that gets its deals. Deals keep their stage where it has one of the same name, and come into its first stage elsewhere.",
  example: "Sales",
  clean: requiredText("Transfer To"),
});

const pipelineName = input({
  label: "Pipeline Name",
  type: "string",
  required: true,
  placeholder: "Enter a label",
  comments: "The name of the pipeline, which no other has.",
  example: "Partners",
  clean: requiredText("Pipeline Name"),
});

const stages = input({
  label: "Stages",
  type: "string",
  collection: "valuelist",
  required: true,
  placeholder: "Enter a stage",
  comments: "The stages of the pipeline in their order, by names that stages of the layout have.",
  example: "Qualification",
  clean: (value: unknown) => {
    const names = textList("Stages")(value);
    return names.length > 0 ? names : refuse("Stages", "at least one", undefined);
  },
});

const pipelinesExample = {
  pipeline: [
    {
      display_value: "Sales",
      default: true,
      maps: [
        {
          display_value: "Qualification",
          sequence_number: 1,
          forecast_category: { name: "Pipeline", id: "5725767000000002391" },
          actual_value: "Qualification",
          id: "5725767000000002402",
          forecast_type: "Open",
          probability: 10,
        },
      ],
      actual_value: "Standard (Standard)",
      id: "5725767000000002399",
    },
  ],
};

export const crmGetPipelines = crmAction({
  label: "CRM - Get Pipelines",
  description: "Returns the pipelines of a layout, or of all layouts of a module, with their stages.",
  inputs: { recordType: pipelineModule, layoutId: pipelineLayoutId },
  call: getPipelines,
  example: pipelinesExample,
});

const writtenExample = (message: string) => written("pipeline", "5725767000001409020", message);

export const crmCreatePipeline = crmAction({
  label: "CRM - Create Pipeline",
  description: "Adds a pipeline of deals to a layout.",
  inputs: { recordType: pipelineModule, layoutId, pipelineName, stages },
  call: createPipeline,
  writes: true,
  example: writtenExample("Pipeline created successfully"),
});

export const crmRemovePipeline = crmAction({
  label: "CRM - Remove Pipeline",
  description: "Moves the deals of a pipeline into another and deletes the pipeline.",
  inputs: { recordType: pipelineModule, layoutId, pipeline, transferTo },
  call: removePipeline,
  writes: true,
  example: {
    ...writtenExample("pipeline deleted"),
    job_id: "5725767000001408012",
  },
});
