import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "../build.mjs";
import { pack } from "../pack.mjs";

/**
 * Builds, and packs to `elasticache-access-VERSION.vsix` at the top level.
 *
 * @param {string} root
 * @param {import("../pack.mjs").PackOptions} [options]
 * @returns {Promise<string>} the file
 */
export async function packAt(root, options) {
  await build({ sourcemap: false });
  const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const vsix = path.join(root, `${name}-${version}.vsix`);
  await pack(vsix, options);
  return vsix;
}
