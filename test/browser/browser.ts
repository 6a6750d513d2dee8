import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, stop } from "esbuild";
import { chromium, type LaunchOptions, type Page } from "playwright-core";
import type { Form } from "../../src/zoho/core/form";

const root = path.resolve(__dirname, "../..");
const cache = path.join(root, "node_modules/.cache");
const unpackedIn = path.join(cache, "chromium");

/**
 * Unpacks the Chromium that `@sparticuz/chromium` carries, with the libraries and fonts that it brings for
 * machines without them. In one step: what was interrupted is not taken for a browser.
 */
function unpackChromium(): void {
  if (existsSync(unpackedIn)) return;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, "chromium-"));
  const script = `import("@sparticuz/chromium").then(async ({ default: chromium }) => {
    chromium.setGraphicsMode = false;
    await chromium.executablePath();
  });`;
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" };
  execFileSync(process.execPath, ["-e", script], { cwd: root, env, stdio: ["ignore", "ignore", "pipe"] });
  const fonts = `<fontconfig><dir>${unpackedIn}/fonts</dir><cachedir>${unpackedIn}/cache</cachedir></fontconfig>`;
  writeFileSync(path.join(folder, "fonts/fonts.conf"), fonts);
  try {
    renameSync(folder, unpackedIn);
  } catch {
    // Another run was faster.
    rmSync(folder, { recursive: true });
  }
}

/** The ways to start a browser, the likeliest first. */
function waysToStart(): LaunchOptions[] {
  const { CHROME_PATH, LD_LIBRARY_PATH = "" } = process.env;
  const args = ["--no-sandbox", "--disable-gpu"];
  if (CHROME_PATH) return [{ executablePath: CHROME_PATH, args }];
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error(
      "CHROME_PATH has to name a Chromium: the one that comes with npm runs on Linux (x64) alone.",
    );
  unpackChromium();
  const executablePath = path.join(unpackedIn, "chromium");
  const libraries = [path.join(unpackedIn, "al2023/lib"), LD_LIBRARY_PATH].filter(Boolean).join(":");
  const system = { ...process.env, FONTCONFIG_PATH: path.join(unpackedIn, "fonts") };
  const env = { ...system, LD_LIBRARY_PATH: libraries };
  return [
    { executablePath, args, env },
    // Where a process may not start another.
    { executablePath, args: [...args, "--no-zygote", "--single-process"], env },
    { executablePath, args, env: system },
  ];
}

/**
 * A browser: the one that `CHROME_PATH` names, else the one that comes with npm.
 * @throws Error that says why none starts.
 */
async function startBrowser() {
  const reasons: string[] = [];
  for (const way of waysToStart()) {
    try {
      return await chromium.launch(way);
    } catch (error) {
      reasons.push(`${way.executablePath}: ${String(error)}`);
    }
  }
  throw new Error(`No browser starts here. Set CHROME_PATH to a Chromium that does.\n${reasons.join("\n")}`);
}

/** A page with JSON Forms that shows forms one after the other. */
export async function startPage() {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, "page.mjs")],
    bundle: true,
    write: false,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await stop();
  const browser = await startBrowser();
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  const failures: string[] = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  await page.setContent("<body></body>");
  await page.addScriptTag({ content: outputFiles.map(({ text }) => text).join("") });
  return {
    page,
    /** What went wrong in the page. */
    failures,
    close: () => browser.close(),
    show: async (form: Form): Promise<void> => {
      await page.evaluate((shown) => Reflect.get(globalThis, "show")(shown), form);
      await page.locator("#submit").waitFor();
    },
  };
}

/** Until JSON Forms has judged what was typed. */
const settled = (page: Page) => page.waitForFunction(() => Reflect.get(globalThis, "busy") === false);

/** What the page says of the value that is typed so far. */
export async function errorsIn(page: Page): Promise<string[]> {
  await settled(page);
  return page.locator("#errors li").allTextContents();
}

/**
 * Submits the form.
 * @returns its value; undefined where there are errors.
 */
export async function submit(page: Page): Promise<unknown> {
  await settled(page);
  await page.locator("#submit").click();
  return page.evaluate(() => Reflect.get(globalThis, "submitted"));
}
