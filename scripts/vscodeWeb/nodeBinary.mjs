import { existsSync } from "node:fs";
import path from "node:path";
import { fetched } from "../fetched.mjs";
import { nodePackages } from "../pinned.mjs";
import { npm } from "../run.mjs";

/**
 * A Node of the major version that a release of VS Code needs: this one where it fits, else one from npm.
 *
 * @param {import("../pinned.mjs").Release} release
 * @returns {Promise<string>} the program
 */
export async function nodeFor(release) {
  if (Number.parseInt(process.versions.node, 10) === release.node) {
    return process.execPath;
  }
  const platform = `${process.platform}-${process.arch}`;
  const name = nodePackages[platform]?.[release.node];
  if (name === undefined) {
    throw new Error(
      `VS Code ${release.vscode} needs Node ${release.node}, and npm has none for ${platform}.`,
    );
  }
  const folder = await fetched(name, async (unfinished) => {
    await npm(["install", "--ignore-scripts", "--no-save", name], { cwd: unfinished });
  });
  const bin = path.join(folder, "node_modules", name.slice(0, name.lastIndexOf("@")), "bin");
  const windows = path.join(bin, "node.exe");
  return existsSync(windows) ? windows : path.join(bin, "node");
}
