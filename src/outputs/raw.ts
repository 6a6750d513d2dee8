export const rawExample = {
  data: [{ id: "5725767000000524001", Last_Name: "Burns" }],
  info: { count: 1, more_records: false },
};
