/**
 * `npm start -- [--port N] [--no-open]`: the extension in a VS Code of its own, with a sandbox to try it on.
 * ELASTICACHE_ACCESS_EDITOR=web takes the web build where a desktop VS Code is installed as well.
 */
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { awsEnvironment, awsFiles, writeAwsFiles } from "./awsFiles.mjs";
import { ensureBuilt } from "./build.mjs";
import { findDesktop, hasScreen, openDesktop } from "./desktop.mjs";
import { ensureInstalled } from "./install.mjs";
import { dist, root } from "./paths.mjs";
import { releases } from "./pinned.mjs";
import { removeFolder } from "./removeFolder.mjs";
import { startServer } from "./vscodeWeb/server.mjs";
import { windowUrl } from "./vscodeWeb/workbenchUrl.mjs";

const { values } = parseArgs({
  options: { port: { type: "string" }, "no-open": { type: "boolean", default: false } },
});

await ensureInstalled();
await ensureBuilt();

/** Opens the window on the view. */
const viewOpener = path.join(root, "scripts/viewOpener");

/** What to undo at the end, the last first. @type {(() => unknown)[]} */
const undo = [];
let ending = false;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => void end());
}

const folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
process.on("exit", () => removeFolder(folder));

const sandbox = await startSandbox();
undo.push(() => sandbox.close());
writeAwsFiles(path.join(folder, "aws"), sandbox);
const env = { ...process.env, ...awsEnvironment(path.join(folder, "aws")) };

const desktop = process.env["ELASTICACHE_ACCESS_EDITOR"] === "web" ? undefined : findDesktop();
if (desktop === undefined) {
  await openWeb();
} else if (!values["no-open"]) {
  openCode(desktop);
}
tell();

async function openWeb() {
  const server = await startServer({
    release: releases.newest,
    dataDir: path.join(folder, "data"),
    extension: root,
    beside: [viewOpener],
    env,
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
  });
  undo.push(() => server.close());
  const url = windowUrl(server);
  console.log(`\nVS Code is at\n\n    ${url}\n`);
  if (!values["no-open"] && hasScreen()) {
    openBrowser(url);
  }
}

/** @param {string} program */
function openCode(program) {
  const editor = openDesktop(program, {
    extensions: [root, viewOpener],
    dataDir: path.join(folder, "code"),
    env,
  });
  undo.push(editor.close);
  editor.closed.then(end);
  console.log("\nVS Code is opening, in a window of its own.\n");
}

function tell() {
  const files = awsFiles(path.join(folder, "aws"));
  console.log(`What to try
  1. The window opens on the ElastiCache view, with the three profiles of a sandbox.
  2. Open sandbox-classic, us-west-2. Right-click mygroup, Authorize Ingress…
  3. Choose default of account 565419523791, then Enter in the review. Watch it become authorized.

The AWS CLI sees the same:
  AWS_CONFIG_FILE=${files.config} AWS_SHARED_CREDENTIALS_FILE=${files.credentials} \\
  aws elasticache describe-cache-security-groups --profile sandbox-classic --endpoint-url ${sandbox.endpoint}

Ctrl+C ends all of it.`);
}

/** @returns {Promise<import("../src/sandbox/index").Sandbox>} */
function startSandbox() {
  return createRequire(import.meta.url)(path.join(dist, "sandbox.js")).startSandbox();
}

/** @param {string} url */
function openBrowser(url) {
  const [program, args] = /** @type {[string, string[]]} */ (
    process.platform === "darwin"
      ? ["open", [url]]
      : process.platform === "win32"
        ? ["rundll32", ["url.dll,FileProtocolHandler", url]]
        : ["xdg-open", [url]]
  );
  // Without a default browser, the address that was printed has to do.
  spawn(program, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}

async function end() {
  if (ending) {
    return;
  }
  ending = true;
  for (const step of undo.reverse()) {
    await step();
  }
  process.exit();
}
