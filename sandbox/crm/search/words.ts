/** What the search index takes for the end of a word, besides blanks. */
const separators = /[\s{}[\]^:\-/!?*_@]+/g;

/**
 * A text as the index keeps it: its words in lower case, a blank before each. Empty when there is no word in
 * it.
 */
export function indexed(text: string): string {
  const words = text.toLowerCase().replace(separators, " ").trim();
  return words === "" ? "" : ` ${words}`;
}
