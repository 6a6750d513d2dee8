export const queryExample = {
  data: [{ Last_Name: "Burns", Email: "ada.burns@example.com", id: "5725767000000524001" }],
  info: { count: 1, more_records: false },
};

/** Lookups as search and queries both show them. */
export const searchExample = {
  data: [
    {
      id: "5725767000000524001",
      Last_Name: "Burns",
      Email: "ada.burns@example.com",
      Owner: { name: "Patricia Boyle", id: "5725767000000411001" },
    },
  ],
  info: { count: 1, more_records: false },
};
