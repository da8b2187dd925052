import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

/**
 * The packages of which something is in a bundle: not those that were looked at and left out.
 *
 * @param {import("esbuild").Metafile} metafile
 * @returns {readonly { folder: string, name: string, version: string, license: string }[]} by name
 */
export function bundledPackages(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const folders = new Set(inputs.flatMap(([input]) => packageFolder(input) ?? []));
  return [...folders].sort().map((folder) => {
    const manifest = JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8"));
    return { folder, name: manifest.name, version: manifest.version, license: manifest.license };
  });
}

/** @param {string} input a source, as esbuild names it */
function packageFolder(input) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}
