/**
 * Tells whether a text matches a pattern in which `%` stands for any characters, without regard to case.
 * The time it takes grows with the text only, however many `%` the pattern has.
 */
export function likeTest(pattern: string): (text: string) => boolean {
  const [first = "", ...rest] = pattern.toLowerCase().split("%");
  const last = rest.pop();
  if (last === undefined) return (text) => text.toLowerCase() === first;
  return (text) => {
    const value = text.toLowerCase();
    if (!value.startsWith(first) || !value.endsWith(last)) return false;
    let from = first.length;
    for (const part of rest) {
      const at = value.indexOf(part, from);
      if (at === -1) return false;
      from = at + part.length;
    }
    return from <= value.length - last.length;
  };
}
