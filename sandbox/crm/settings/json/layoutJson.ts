import { pipelinesOf } from "../../metadata/pipelines";
import type { Layout, Module, Section } from "../../metadata/types";
import type { CrmOrganization } from "../../organization";
import { personOf } from "../../people/staff";
import { pipelineJson } from "../pipelines";
import { fieldJson } from "./fieldJson";

const allowed = {
  add_field: true,
  rename: true,
  change_tab_traversal: true,
  reorder: true,
  delete: false,
  remove_field: true,
  change_column_count: true,
};

/**
 * A layout as `GET /settings/layouts` gives it: its sections with their fields, each with whether this layout
 * requires it.
 */
export function layoutJson(organization: CrmOrganization, module: Module, layout: Layout): object {
  const { staff, currentUser } = organization;
  return {
    id: layout.id,
    name: layout.name,
    api_name: layout.name === "Standard" ? "Standard__s" : layout.name,
    display_label: layout.name,
    has_more_profiles: false,
    created_time: layout.name === "Standard" ? null : currentUser.createdTime,
    modified_time: null,
    visible: true,
    status: "active",
    created_for: null,
    created_by: layout.name === "Standard" ? null : personOf(currentUser),
    source: "crm",
    profiles: staff.profiles.map(({ name, id }) => ({
      default: layout.name === "Standard",
      name,
      id,
      _default_view: { name: layout.name, id: layout.id, type: "layout" },
    })),
    convert_mapping: convertMapping(organization, module),
    sections: layout.sections.map((section, index) =>
      sectionJson(organization, module, layout, section, index),
    ),
  };
}

function sectionJson(
  organization: CrmOrganization,
  module: Module,
  layout: Layout,
  section: Section,
  index: number,
): object {
  return {
    id: section.id,
    name: section.name,
    api_name: section.name.replaceAll(" ", "_"),
    display_label: section.name,
    sequence_number: index + 1,
    column_count: 2,
    tab_traversal: "left_to_right",
    type: "used",
    mode: "all",
    generated_type: section.custom ? "custom" : "default",
    isSubformSection:
      section.fields.length > 0 && section.fields.every(({ dataType }) => dataType === "subform"),
    parent_section: null,
    actions_allowed: allowed,
    fields: section.fields.map((field, position) => ({
      ...fieldJson(organization, module, field, "v8"),
      required: layout.required.has(field.apiName),
      sequence_number: position + 1,
      section_id: index + 1,
      show_type: 7,
      default_value: null,
      validation_rule: null,
      ...(module.apiName === "Deals" && field.apiName === "Pipeline"
        ? {
            pick_list_values: pipelinesOf(organization).map((_, at) =>
              pipelineChoice(organization, module, at),
            ),
          }
        : {}),
    })),
  };
}

/**
 * A pipeline among the values of its field: the stages that go with it stand under the field they are values
 * of.
 */
function pipelineChoice(organization: CrmOrganization, deals: Module, index: number): object {
  const own = pipelinesOf(organization)[index];
  if (!own) return {};
  const { maps, ...pipeline } = pipelineJson(deals, own);
  const stage = deals.fields.get("Stage");
  const stages = maps.map(({ display_value, actual_value, id }) => ({
    display_value,
    colour_code: null,
    actual_value,
    id,
  }));
  return {
    ...pipeline,
    sequence_number: index + 1,
    maps: [{ api_name: stage?.apiName, id: stage?.id, pick_list_values: stages }],
  };
}

/** What a lead of this layout becomes. */
function convertMapping({ schema }: CrmOrganization, module: Module): object | null {
  if (!module.flags.convertable) return null;
  const targets = ["Contacts", "Deals", "Accounts"].flatMap((name) => {
    const target = schema.get(name);
    return target ? [[name, target] as const] : [];
  });
  return Object.fromEntries(
    targets.map(([name, target]) => {
      const [standard] = target.layouts;
      return [name, { display_label: standard.name, name: standard.name, id: standard.id }];
    }),
  );
}
