import type { KnipConfig } from "knip";
import { entries, pages } from "./scripts/build.mjs";

const config: KnipConfig = {
  entry: [
    ...Object.values(entries),
    ...Object.values(pages),
    "test/**/*.test.ts",
    // What VS Code loads, and what is started as a program of its own.
    "test/{host,bench}/index.ts",
    "test/support/{main,journalWriter,killedWindow,printReliability}.ts",
    "test/bench/nodeIndex.ts",
    "test/bench/empty/extension.cjs",
    "scripts/hostSuite.mjs",
    "scripts/viewOpener/extension.cjs",
    "scripts/vscodeWeb/{code.mjs,spdlog.cjs,exitWithParent.cjs}",
  ],
  project: ["src/**/*.ts", "test/**/*.ts", "scripts/**/*.{mjs,cjs}"],
  // A type in a signature is exported with it, whether or not another file names it.
  ignoreExportsUsedInFile: true,
  // Bundles, by the names they have in dist/.
  ignoreUnresolved: [/^\.\/\w+\.js$/],
  // POSIX, and a program that AWS installs: no packages.
  ignoreBinaries: ["mkfifo", "session-manager-plugin"],
};

// biome-ignore lint/style/noDefaultExport: where knip looks for it
export default config;
