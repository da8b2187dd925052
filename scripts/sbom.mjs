import { readFileSync } from "node:fs";
import path from "node:path";
import { bundledPackages } from "./bundledPackages.mjs";
import { root } from "./paths.mjs";
import { npm } from "./run.mjs";

/**
 * The software bill of materials, as CycloneDX: what npm says of the packages in the lock file, of those alone
 * that went into the bundles. The same bundles give the same text: no time, no serial number, no version of npm.
 *
 * @param {import("esbuild").Metafile} metafile
 * @returns {Promise<string>}
 */
export async function sbom(metafile) {
  const format = ["--package-lock-only", "--sbom-format=cyclonedx", "--sbom-type=application"];
  const { $schema, bomFormat, specVersion, version, metadata, components, dependencies } = JSON.parse(
    await npm(["sbom", ...format], { cwd: root }),
  );
  const { name } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const wanted = bundledPackages(metafile).map((each) => `${each.name}@${each.version}`);
  const found = new Map(components.map((/** @type {Component} */ each) => [each["bom-ref"], each]));
  const missing = wanted.filter((ref) => !found.has(ref));
  if (missing.length > 0) {
    throw new Error(`In the bundles, and not in package-lock.json: ${missing.join(", ")}`);
  }
  const refs = new Set([metadata.component["bom-ref"], ...wanted]);
  const bom = {
    ...{ $schema, bomFormat, specVersion, version },
    // npm names it after the folder.
    metadata: { tools: [{ vendor: "npm", name: "cli" }], component: { ...metadata.component, name } },
    components: wanted.map((ref) => found.get(ref)),
    dependencies: dependencies
      .filter((/** @type {Dependency} */ { ref }) => refs.has(ref))
      .map((/** @type {Dependency} */ { ref, dependsOn }) => ({
        ref,
        dependsOn: dependsOn.filter((each) => refs.has(each)),
      })),
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/**
 * @typedef {{ "bom-ref": string }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Dependency
 */
