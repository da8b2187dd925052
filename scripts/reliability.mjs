/** `npm run reliability`: prints docs/reliability.md anew, from the table of faults that the tests run. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { buildTests, tests } from "./buildTests.mjs";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

await ensureInstalled();
await buildTests([]);
const { code, output } = await run(process.execPath, [path.join(tests, "printReliability.js")], {
  cwd: root,
  quiet: true,
});
if (code === 0) {
  writeFileSync(path.join(root, "docs/reliability.md"), output);
} else {
  console.error(output);
}
process.exitCode = code;
