import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { bundledPackages } from "./bundledPackages.mjs";
import { root } from "./paths.mjs";

/**
 * The licences of the packages that went into the bundles, as they ask for: each text once, below the names of
 * those that are under it.
 *
 * @param {import("esbuild").Metafile} metafile
 */
export function licences(metafile) {
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const { folder, name, version, license } of bundledPackages(metafile)) {
    const text = licenceText(folder) ?? `Licence: ${license}`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  const parts = [...byText].map(([text, packages]) => `${packages.join("\n")}\n\n${text}`);
  return `This extension contains the following packages.\n\n${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** @param {string} folder */
function licenceText(folder) {
  const file = readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
  return file && readFileSync(path.join(root, folder, file), "utf8").trim();
}
