/**
 * `node hostSuite.mjs RELEASE FOLDER`: runs the host tests inside a VS Code of that release, with an AWS
 * configuration and everything that VS Code stores in FOLDER. ELASTICACHE_ACCESS_VSCODE names another version of a
 * desktop VS Code that is downloaded: `insiders`, `stable`.
 */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { awsEnvironment } from "./awsFiles.mjs";
import { tests } from "./buildTests.mjs";
import { hasScreen } from "./desktop.mjs";
import { exitWithParent } from "./exitWithParent.mjs";
import { extensionUnderTest } from "./extensionUnderTest.mjs";
import { cache, root } from "./paths.mjs";
import { releases } from "./pinned.mjs";
import { installExtensions } from "./vscodeWeb/installedExtension.mjs";

const [name, folder = "", index = "hostIndex"] = process.argv.slice(2);
const release = name === "oldest" ? releases.oldest : releases.newest;

const extensions = path.join(folder, "extensions");
if (index === "benchIndex") {
  // What an activation is measured against, and what the first activation in a window costs besides.
  installExtensions(extensions, ["first", "empty"].map(emptyExtension));
}

exitWithParent();
await runTests({
  vscodeExecutablePath: await vscodeExecutable(),
  extensionDevelopmentPath: extensionUnderTest(),
  extensionTestsPath: path.join(tests, `${index}.js`),
  extensionTestsEnv: { ...awsEnvironment(path.join(folder, "aws")), VSCODE_WEB_RELEASE: name },
  launchArgs: [
    `--user-data-dir=${path.join(folder, "data")}`,
    `--extensions-dir=${extensions}`,
    "--disable-telemetry",
    // Else a login shell's environment is laid over ours.
    "--force-disable-user-env",
  ],
}).catch(() => {
  process.exitCode = 1;
});

/** An extension that does nothing, by a name of its own. @param {string} name @returns {string} its folder */
function emptyExtension(name) {
  const made = path.join(folder, "made", name);
  cpSync(path.join(root, "test/bench/empty"), made, { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(made, "package.json"), "utf8"));
  writeFileSync(path.join(made, "package.json"), JSON.stringify({ ...manifest, name }));
  return made;
}

/** A desktop VS Code where one can be had and shown, else the web build. */
async function vscodeExecutable() {
  const named = process.env["VSCODE_PATH"];
  if (named) {
    return named;
  }
  const mayShow = process.env["ELASTICACHE_ACCESS_EDITOR"] !== "web" && hasScreen();
  if (mayShow && (await canDownload())) {
    const version = process.env["ELASTICACHE_ACCESS_VSCODE"] ?? release.vscode;
    return downloadAndUnzipVSCode({ version, cachePath: path.join(cache, "vscode") });
  }
  const standIn = process.platform === "win32" ? "code.cmd" : "code.mjs";
  return fileURLToPath(new URL(`vscodeWeb/${standIn}`, import.meta.url));
}

async function canDownload() {
  try {
    const signal = AbortSignal.timeout(3000);
    return (await fetch("https://update.code.visualstudio.com/api/releases/stable", { signal })).ok;
  } catch {
    return false;
  }
}
