/** `npm run package`: writes `elasticache-access-VERSION.vsix` at the top level. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";

await ensureInstalled();
// Before the package is loaded: from a fresh clone it is not there until now.
const { createVSIX } = await import("@vscode/vsce");

// The same sources make the same file, wherever and whenever: zip files hold local times.
process.env["TZ"] = "UTC";
process.env["SOURCE_DATE_EPOCH"] ??= "315532800";

await build({ sourcemap: false });
const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
await createVSIX({
  cwd: root,
  packagePath: path.join(root, `${name}-${version}.vsix`),
  // The bundles hold what they need.
  dependencies: false,
  // The project has no public repository: links in the README point into the package.
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
