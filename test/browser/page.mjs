import { composePaths, Generate, isObjectControl, rankWith } from "@jsonforms/core";
import { JsonForms, JsonFormsDispatch, useJsonForms, withJsonFormsControlProps } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import { createElement as h, useState } from "react";
import { createRoot } from "react-dom/client";

/*
 * A page as the configuration wizard has it: JSON Forms shows a form, judges what is typed, and hands the
 * value on when it is submitted without errors.
 */

/** The plain renderers have none for an object within a form. */
const nested = withJsonFormsControlProps(({ schema, path, label, visible }) => {
  const { renderers, cells } = useJsonForms();
  const uischema = Generate.uiSchema(schema, "Group", undefined, schema);
  uischema.label = label;
  return visible
    ? h(JsonFormsDispatch, { schema, uischema, path: composePaths(path, ""), renderers, cells })
    : null;
});

const renderers = [...vanillaRenderers, { tester: rankWith(2, isObjectControl), renderer: nested }];

function Page({ form }) {
  const [state, setState] = useState({ data: form.data, errors: [] });
  const submit = () => {
    if (state.errors.length === 0) window.submitted = state.data;
  };
  return h(
    "main",
    null,
    h(JsonForms, {
      schema: form.schema,
      uischema: form.uiSchema,
      data: form.data,
      renderers,
      cells: vanillaCells,
      onChange: (judged) => {
        setState(judged);
        window.busy = false;
      },
    }),
    h(
      "ul",
      { id: "errors" },
      state.errors.map(({ instancePath, message }, at) => h("li", { key: at }, `${instancePath} ${message}`)),
    ),
    h("button", { id: "submit", type: "button", onClick: submit }, "Submit"),
  );
}

let root;

/** What is typed is judged a moment later. */
for (const event of ["input", "change"])
  window.addEventListener(
    event,
    () => {
      window.busy = true;
    },
    true,
  );

/** Shows a form in place of the one before. */
window.show = (form) => {
  root?.unmount();
  window.busy = true;
  window.submitted = undefined;
  root = createRoot(document.body);
  root.render(h(Page, { form }));
};
