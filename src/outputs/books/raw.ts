export const rawExample = {
  code: 0,
  message: "success",
  contacts: [{ contact_id: "460000000026049", contact_name: "Bowman & Co" }],
};
