/** `npm run package`: writes `elasticache-access-VERSION.vsix` at the top level. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { pack } from "./pack.mjs";
import { root } from "./paths.mjs";

await ensureInstalled();
await build({ sourcemap: false });
const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
await pack(path.join(root, `${name}-${version}.vsix`));
