import { spawn } from "node:child_process";
import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { quietSettings } from "./vscodeWeb/settings.mjs";

/** The `code` program of a desktop VS Code, where there is one and a screen to show it on. */
export function findDesktop() {
  if (!hasScreen()) {
    return undefined;
  }
  const names = process.platform === "win32" ? ["code.cmd", "code-insiders.cmd"] : ["code", "code-insiders"];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

/** Whether a window can be opened. */
export function hasScreen() {
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
}

/**
 * Opens a desktop VS Code of its own, beside any that runs, with extensions under development in it.
 *
 * @param {string} code
 * @param {{ extensions: readonly string[], dataDir: string, env: NodeJS.ProcessEnv }} options
 * @returns {{ closed: Promise<void>, close: () => void }}
 */
export function openDesktop(code, { extensions, dataDir, env }) {
  const user = path.join(dataDir, "User");
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, "settings.json"), JSON.stringify(quietSettings, null, 2));
  const args = [
    "--new-window",
    "--wait",
    ...extensions.map((extension) => `--extensionDevelopmentPath=${extension}`),
    `--user-data-dir=${dataDir}`,
    `--extensions-dir=${path.join(dataDir, "extensions")}`,
    "--disable-workspace-trust",
    "--skip-welcome",
    "--skip-release-notes",
  ];
  const shell = process.platform === "win32";
  const child = spawn(shell ? `"${code}"` : code, shell ? args.map((arg) => `"${arg}"`) : args, {
    env,
    shell,
    stdio: "ignore",
  });
  const closed = new Promise((resolve) => {
    child.once("exit", resolve);
    child.once("error", resolve);
  });
  return { closed: closed.then(() => undefined), close: () => void child.kill() };
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
