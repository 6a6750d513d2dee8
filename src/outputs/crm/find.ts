export const queryExample = {
  data: [{ Last_Name: "Burns", Email: "ada.burns@example.com", id: "5725767000000524001" }],
  info: { count: 1, more_records: false },
};
