/** Calls that fit no other subject. */
export const otherOperations = {
  rawRead: {
    method: "GET",
    path: "{anyPath}",
    safety: "safe",
    class: "standard",
    scope: "the scope of the path",
    credits: 1,
    success: [200, 204, 304],
    anyAnswer: true,
  },
  rawWrite: {
    method: "POST",
    path: "{anyPath}",
    safety: "unsafe",
    class: "standard",
    scope: "the scope of the path",
    credits: 1,
    success: [200, 201, 202, 204, 207],
    anyAnswer: true,
  },
  composite: {
    method: "POST",
    path: "/crm/{version}/__composite_requests",
    safety: "unsafe",
    class: "sub",
    scope: "ZohoCRM.composite_requests.CUSTOM",
    credits: 1,
    success: [200, 207],
    items: "__composite_requests",
  },
} as const;
