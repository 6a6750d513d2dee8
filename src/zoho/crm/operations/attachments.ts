/** Attachments, photos and files. */
export const attachmentsOperations = {
  uploadAttachment: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/Attachments",
    effect: "once",
    class: "standard",
    scope: "ZohoCRM.modules.attachments.CREATE",
    credits: 1,
    success: [200, 201, 202],
    items: "data",
  },
} as const;
