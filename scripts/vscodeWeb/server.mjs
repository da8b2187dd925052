import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { spawnGroup } from "../processGroup.mjs";
import { fetchCodeServer } from "./codeServer.mjs";
import { installExtensions } from "./installedExtension.mjs";
import { nodeFor } from "./nodeBinary.mjs";
import { quietSettings } from "./settings.mjs";

/**
 * @typedef {object} ServerOptions
 * @property {import("../pinned.mjs").Release} release
 * @property {string} dataDir Settings, state and logs. Not shared between servers.
 * @property {string} [extensionsDir] Installed extensions. None by default.
 * @property {string} [extension] The folder of an extension to install: it stays there. Without one, the server is
 * in VS Code's smoke-test mode: then the window's address may name an extension and its tests, and no notification
 * is ever shown.
 * @property {readonly string[]} [beside] The folders of extensions to install beside it.
 * @property {Record<string, unknown>} [settings] User settings, besides those that keep the window quiet.
 * @property {NodeJS.ProcessEnv} [env] The environment of the server and so of the extension host.
 * @property {number} [port] A free one by default.
 *
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {string} token Has to be in the first address that is opened.
 * @property {string} logs The folder with the logs of the server and of its extension hosts.
 * @property {() => Promise<void>} close
 */

/**
 * Starts VS Code's web build on loopback. Its extension host is the one a desktop has: Node, on this machine.
 *
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const program = await fetchCodeServer(options.release);
  const node = await nodeFor(options.release);
  const extensionsDir = options.extensionsDir ?? path.join(options.dataDir, "extensions");
  writeSettings(options.dataDir, options.settings ?? {});
  if (options.extension !== undefined) {
    installExtensions(extensionsDir, [options.extension, ...(options.beside ?? [])]);
  }
  const token = randomBytes(16).toString("hex");
  const { child, end } = spawnGroup(
    node,
    [
      ...["--require", exitWithParent, program],
      ...["--host", "127.0.0.1", "--port", String(options.port ?? 0), "--connection-token", token],
      ...["--server-data-dir", options.dataDir],
      ...["--extensions-dir", extensionsDir],
      "--accept-server-license-terms",
      ...(options.extension === undefined ? ["--enable-smoke-test-driver"] : []),
      "--disable-workspace-trust",
      "--disable-telemetry",
      "--force-disable-user-env",
    ],
    { env: { ...(options.env ?? process.env), ...quiet }, stdio: ["pipe", "pipe", "pipe"] },
  );
  try {
    const port = await listening(child);
    return {
      origin: `http://127.0.0.1:${port}`,
      token,
      logs: path.join(options.dataDir, "data/logs"),
      close: end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

const quiet = {
  // Or the window looks for updates of its extensions on the internet.
  EXTENSIONS_GALLERY: "{}",
  // Or a login shell is asked for its environment, which is then laid over ours.
  VSCODE_CLI: "1",
};

const exitWithParent = fileURLToPath(new URL("exitWithParent.cjs", import.meta.url));

/**
 * @param {string} dataDir
 * @param {Record<string, unknown>} settings
 */
export function writeSettings(dataDir, settings) {
  const user = path.join(dataDir, "data/User");
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, "settings.json"), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} the port, once it is open
 */
function listening(child) {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (/** @type {Buffer} */ data) => {
      if (output.length < 100_000) {
        output += data;
      }
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) {
        resolve(Number(port));
      }
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`VS Code's server ended with ${code}:\n${output}`)));
  });
}
