/**
 * `npm run watch -- [--sandbox]`: builds for development and checks the types, and again whenever a source changes.
 * With `--sandbox`, as F5 does it, a sandbox runs beside it, and AWS files that lead there are in out/debug.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { bundling, commandsBundling, inCommonJs, joined, pageBundling, writeBundles } from "./build.mjs";
import { startDebugSandbox } from "./debugSandbox.mjs";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

const { values } = parseArgs({ options: { sandbox: { type: "boolean", default: false } } });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit());
}

await ensureInstalled();
const { context } = await import("esbuild");
let sandboxIsDue = values.sandbox;
/** Called when there are bundles, or none can be made. */
let ended = () => {};
const firstBuild = new Promise((resolve) => {
  ended = () => resolve(undefined);
});
/** What was built last: for the extension's side, of it the commands, and for pages. @type {(import("./build.mjs").Built | undefined)[]} */
const built = [undefined, undefined, undefined];
const { plugins, ...options } = bundling({ dev: true });
const bundles = await context({ ...options, plugins: [...plugins, writing(0)] });
const commands = await context({ ...commandsBundling({ dev: true }), plugins: [...plugins, writing(1)] });
const pages = await context({ ...pageBundling({ dev: true }), plugins: [writing(2)] });
await Promise.all([bundles.watch(), commands.watch(), pages.watch()]);
// The check of the types takes longer than all of them, and F5 waits for the bundles alone.
await firstBuild;
const tsc = path.join(root, "node_modules/typescript/bin/tsc");
await run(process.execPath, [tsc, "-p", ".", "--watch", "--preserveWatchOutput", "--pretty", "false"], {
  cwd: root,
});

/**
 * Writes each build, and says when it begins and ends: `.vscode/tasks.json` waits for these lines.
 *
 * @param {0 | 1 | 2} side
 * @returns {import("esbuild").Plugin}
 */
function writing(side) {
  return {
    name: "writing",
    setup(plugin) {
      plugin.onStart(() => console.log("Building…"));
      plugin.onEnd(async ({ outputFiles, metafile }) => {
        if (outputFiles === undefined || metafile === undefined) {
          // esbuild has said what is wrong.
          console.log("The build failed.");
          ended();
          return;
        }
        const made = { outputFiles, metafile };
        built[side] = side === 1 ? await inCommonJs(made, { dev: true }) : made;
        const [node, ofCommands, browser] = built;
        if (node === undefined || ofCommands === undefined || browser === undefined) {
          return;
        }
        writeBundles(joined(node, ofCommands, browser));
        if (sandboxIsDue) {
          sandboxIsDue = false;
          const { endpoint } = await startDebugSandbox();
          console.log(`A sandbox answers at ${endpoint}. F5 leads there.`);
        }
        console.log("Built.");
        ended();
      });
    },
  };
}
