#!/usr/bin/env node
/**
 * Stands in for the `code` program: takes the command line that `@vscode/test-electron` gives to VS Code,
 * and runs the same extension tests in the web build and a headless browser. Its exit code is theirs.
 *
 * In the environment: VSCODE_WEB_RELEASE (newest, oldest), VSCODE_WEB_TIMEOUT (seconds), VSCODE_WEB_REPORT
 * (a folder for the picture and the logs of a run that failed).
 */
import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { exitWithParent } from "../exitWithParent.mjs";
import { releases } from "../pinned.mjs";
import { launchBrowser } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { testsUrl } from "./workbenchUrl.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // VS Code has hundreds of options; those that are not for us are not errors.
  strict: false,
  options: {
    extensionDevelopmentPath: { type: "string" },
    extensionTestsPath: { type: "string" },
    "user-data-dir": { type: "string" },
    "extensions-dir": { type: "string" },
  },
});
const release = process.env["VSCODE_WEB_RELEASE"] === "oldest" ? releases.oldest : releases.newest;
const timeout = Number(process.env["VSCODE_WEB_TIMEOUT"] ?? 900);

exitWithParent();
process.exitCode = await runTests();

/** @returns {Promise<number>} */
async function runTests() {
  const server = await startServer({
    release,
    dataDir: option("user-data-dir"),
    extensionsDir: option("extensions-dir"),
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const code = await exitCode(page, server);
    if (code !== 0) {
      await keepReport(page, server);
    }
    return code;
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * What the tests' `run()` came to: VS Code tells it to the page.
 *
 * @param {import("playwright-core").Page} page
 * @param {import("./server.mjs").Server} server
 * @returns {Promise<number>}
 */
function exitCode(page, server) {
  return new Promise((resolve, reject) => {
    const open = async () => {
      // The window's log, VS Code's own for the most part. Ours goes to files.
      await page.exposeFunction("codeAutomationLog", () => undefined);
      await page.exposeFunction("codeAutomationExit", resolve);
      page.once("crash", () => reject(new Error("The window crashed.")));
      await page.goto(
        testsUrl(server, {
          extensionDevelopmentPath: option("extensionDevelopmentPath"),
          extensionTestsPath: option("extensionTestsPath"),
          folder: positionals[0],
        }),
      );
    };
    open().catch(reject);
    setTimeout(() => {
      console.error(`The tests did not end within ${timeout} s.`);
      resolve(1);
    }, timeout * 1000).unref();
  });
}

/**
 * @param {import("playwright-core").Page} page
 * @param {import("./server.mjs").Server} server
 */
async function keepReport(page, server) {
  const folder = process.env["VSCODE_WEB_REPORT"];
  if (folder === undefined) {
    return;
  }
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, "window.png") }).catch(() => undefined);
  cpSync(server.logs, path.join(folder, "logs"), { recursive: true });
  console.error(`The window and its logs are in ${folder}`);
}

/** @param {string} name */
function option(name) {
  const value = values[name];
  if (typeof value !== "string") {
    throw new Error(`--${name} is missing`);
  }
  return value;
}
