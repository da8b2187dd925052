/**
 * `npm run release -- VERSION [--pre-release] [--address https://HOST/OWNER/REPOSITORY] [--preview]`: writes the
 * version and the changelog's date, packs the extension, runs every suite, the host and UI suites against the
 * packed file, installed, and then commits and tags. A tree with changes is refused, and one that fails is put back.
 */
import { parseArgs } from "node:util";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { release } from "./release/release.mjs";
import { run } from "./run.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "pre-release": { type: "boolean", default: false },
    address: { type: "string" },
    preview: { type: "boolean", default: false },
  },
});

await ensureInstalled();
try {
  await release({
    root,
    version: positionals[0] ?? "",
    date: new Date().toISOString().slice(0, 10),
    preRelease: values["pre-release"],
    address: values.address,
    isPreview: values.preview,
    pack: async (options) => {
      const { packAt } = await import("./release/packAt.mjs");
      return packAt(root, options);
    },
    test: async (vsix) => {
      const { code } = await run(process.execPath, ["scripts/test.mjs", "--vsix", vsix], { cwd: root });
      return code === 0;
    },
    tell: console.log,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
