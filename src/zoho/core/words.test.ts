import { booleanOf, daysOf, durationOf, phoneOf } from "./words";

it.each([
  ["Yes", true],
  [" on ", true],
  ["n", false],
  ["0", false],
  ["maybe", undefined],
  ["", undefined],
])("%j is %j", (text, expected) => {
  expect(booleanOf(text)).toBe(expected);
});

it.each([
  ["Net 15", 15],
  ["NET-30", 30],
  ["45 days", 45],
  ["1 day", 1],
  ["60", 60],
  ["Due on Receipt", 0],
  ["due upon receipt", 0],
  ["Net sixty", undefined],
  ["Due end of the month", undefined],
  ["2/10 Net 30", undefined],
])("%j are %j days to pay in", (text, expected) => {
  expect(daysOf(text)).toBe(expected);
});

it.each([
  ["30 min", "30:00"],
  ["1 h 30 min", "90:00"],
  ["2 hours, 5 minutes", "125:00"],
  ["45s", "00:45"],
  ["5 parsecs", undefined],
  ["half an hour", undefined],
  ["30", undefined],
])("%j is the duration %j", (text, expected) => {
  expect(durationOf(text)).toBe(expected);
});

it.each([
  ["+1 (555) 123-4567", "+1 (555) 123-4567"],
  ["tel:+49 89/123.45", "+49 89 123.45"],
  ["(+49) 89 12345", "+( 49) 89 12345"],
  ["555,0134;", "555 0134"],
  ["0800 FLOWERS", undefined],
])("%j is searched for as %j", (text, expected) => {
  expect(phoneOf(text)).toBe(expected);
});
