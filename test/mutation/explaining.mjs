/*
 * Says at the end of a room's run which mutants survived without an explanation, and which explanations are
 * of none that did. Where there are any, the run fails.
 *
 * An explanation is of a place in a file of the room: `code` is its text, or the texts of several, `within` a
 * part of the line in which it begins, and `becomes` the one replacement that is meant. Where those two are
 * left out, any line and any replacement is.
 */

const { ROOM = "http" } = process.env;
const { explained } = await import(`./explained/${ROOM}.mjs`);

/** A text as it is compared: without regard to how its lines are broken. */
const plain = (text) => text.replace(/\s+/g, " ").trim();

function textAt({ start, end }, lines) {
  const part = lines.slice(start.line - 1, end.line);
  part.push(part.pop().slice(0, end.column - 1));
  return plain(part.join("\n").slice(start.column - 1));
}

/** The mutants that no test told, each with what it changed. */
const survivorsIn = ({ files }) =>
  Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split("\n");
    return mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map(({ location, replacement }) => ({
        place: `${file}:${location.start.line}`,
        file,
        line: lines[location.start.line - 1],
        code: textAt(location, lines),
        becomes: plain(replacement),
      }));
  });

const isOf = (entry, { file, line, code, becomes }) =>
  file.endsWith(`/${entry.file}`) &&
  line.includes(entry.within ?? "") &&
  [entry.code].flat().includes(code) &&
  [undefined, becomes].includes(entry.becomes);

class Explaining {
  onMutationTestReportReady(report) {
    const survivors = survivorsIn(report);
    const open = survivors.filter((survivor) => !explained.some((entry) => isOf(entry, survivor)));
    const idle = explained.filter((entry) => !survivors.some((survivor) => isOf(entry, survivor)));
    for (const { place, code, becomes } of open) console.log(`Not explained: ${place} ${code} -> ${becomes}`);
    for (const { file, code } of idle) console.log(`Explains nothing: ${file} ${code}`);
    console.log(`${survivors.length} survived, ${survivors.length - open.length} of them are explained.`);
    if (open.length + idle.length > 0) process.exitCode = 1;
  }
}

export const strykerPlugins = [{ kind: "Reporter", name: "explaining", injectableClass: Explaining }];
