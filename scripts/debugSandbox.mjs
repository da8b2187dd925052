import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { awsEnvironment, writeAwsFiles } from "./awsFiles.mjs";
import { dist, out } from "./paths.mjs";

/** Where `.vscode/launch.json` finds what the extension under F5 is given. */
export const debugFolder = path.join(out, "debug");

/**
 * Starts a sandbox and writes AWS files that lead to it, and a file with the environment in which only those count.
 *
 * @returns {Promise<import("../src/sandbox/index").Sandbox>}
 */
export async function startDebugSandbox() {
  const sandbox = await createRequire(import.meta.url)(path.join(dist, "sandbox.js")).startSandbox();
  writeAwsFiles(debugFolder, sandbox);
  // An empty variable counts as one that is not there.
  const lines = Object.entries(awsEnvironment(debugFolder)).map(([name, value]) => `${name}=${value ?? ""}`);
  writeFileSync(path.join(debugFolder, "environment"), `${lines.join("\n")}\n`);
  return sandbox;
}
