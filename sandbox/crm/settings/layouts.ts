import type { Route } from "../../http/route";
import { noContent, ok } from "../answers";
import { scope, settingsRoute } from "../call";
import { layoutOf } from "../metadata/schema";
import { layoutJson } from "./json/layoutJson";

const scopes = scope("ZohoCRM.settings.layouts.READ");

const list = settingsRoute(
  "crm.layouts.list",
  ["GET", "/settings/layouts"],
  ({ organization, module }) =>
    ok({ layouts: module.layouts.map((layout) => layoutJson(organization, module, layout)) }),
  { scopes },
);

const get = settingsRoute(
  "crm.layouts.get",
  ["GET", "/settings/layouts/:id"],
  ({ organization, module, request }) => {
    const layout = layoutOf(module, request.params.id);
    return layout ? ok({ layouts: [layoutJson(organization, module, layout)] }) : noContent;
  },
  { scopes },
);

export const layoutRoutes: Route[] = [list, get];
