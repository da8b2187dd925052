import { copyFileSync } from "node:fs";
import path from "node:path";
import { fetched } from "../fetched.mjs";
import { npm } from "../run.mjs";

/**
 * VS Code's own server and web workbench, from the npm package `code-server`. Its native modules are not
 * compiled, so no compiler is needed: there are no terminals, and logging is done in JavaScript.
 *
 * @param {import("../pinned.mjs").Release} release
 * @returns {Promise<string>} the server's program
 */
export async function fetchCodeServer(release) {
  const folder = await fetched(`code-server@${release.codeServer}`, async (unfinished) => {
    const install = ["install", "--ignore-scripts", "--no-save"];
    await npm([...install, `code-server@${release.codeServer}`], { cwd: unfinished });
    await npm([...install, "--omit=dev"], { cwd: path.join(unfinished, vscode) });
  });
  copyFileSync(spdlog, path.join(folder, vscode, "node_modules/@vscode/spdlog/index.js"));
  return path.join(folder, vscode, "out/server-main.js");
}

const spdlog = new URL("spdlog.cjs", import.meta.url);
const vscode = "node_modules/code-server/lib/vscode";
