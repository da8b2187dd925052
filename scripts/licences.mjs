import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

/**
 * The licences of the packages that went into the bundles, as they ask for: each text once, below the names of
 * those that are under it.
 *
 * @param {import("esbuild").Metafile} metafile
 */
export function licences(metafile) {
  const folders = new Set(Object.keys(metafile.inputs).flatMap((input) => packageFolder(input) ?? []));
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(
      readFileSync(path.join(root, folder, "package.json"), "utf8"),
    );
    const text = licenceText(folder) ?? `Licence: ${license}`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  const parts = [...byText].map(([text, packages]) => `${packages.join("\n")}\n\n${text}`);
  return `This extension contains the following packages.\n\n${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** @param {string} input a source, as esbuild names it */
function packageFolder(input) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

/** @param {string} folder */
function licenceText(folder) {
  const file = readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
  return file && readFileSync(path.join(root, folder, file), "utf8").trim();
}
