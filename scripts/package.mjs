/**
 * `npm run package -- [--pre-release] [--address https://HOST/OWNER/REPOSITORY]`: writes
 * `elasticache-access-VERSION.vsix` at the top level.
 */
import { parseArgs } from "node:util";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { checkAddress } from "./release/address.mjs";
import { packAt } from "./release/packAt.mjs";

const { values } = parseArgs({
  options: { "pre-release": { type: "boolean", default: false }, address: { type: "string" } },
});
checkAddress(values.address);
await ensureInstalled();
await packAt(root, { preRelease: values["pre-release"], address: values.address });
