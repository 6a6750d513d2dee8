import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/** Enough pages to see whether memory grows with them; the script itself says what has to hold. */
const RECORDS = "40000";

it("reads a backlog in pages with memory that does not grow with them", async () => {
  const root = path.resolve(__dirname, "..");
  const args = ["--expose-gc", "--import", "tsx", "test/soak/backlog.ts", RECORDS];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  expect(stdout).toContain(`${RECORDS} changes in 42 pages`);
}, 120_000);
