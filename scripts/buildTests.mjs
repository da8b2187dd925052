import { readdirSync } from "node:fs";
import path from "node:path";
import { siblingBundles } from "./build.mjs";
import { out, root } from "./paths.mjs";

/** Where the bundled tests go. */
export const tests = path.join(out, "tests");

/**
 * Bundles the tests: one file a suite, so that its files share what they import, and the programs that run
 * them. Packages stay outside.
 *
 * @param {readonly string[]} folders the suites, by their folders below `test/`
 * @param {{ outdir?: string, plugins?: import("esbuild").Plugin[] }} [options] `outdir` is as deep as `tests`
 */
export async function buildTests(folders, { outdir = tests, plugins = [] } = {}) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: {
      hostIndex: "test/host/index.ts",
      benchIndex: "test/bench/index.ts",
      ...Object.fromEntries(support().map((file) => [path.basename(file, ".ts"), `test/support/${file}`])),
      ...Object.fromEntries(folders.map((folder) => [folder, `suite:${folder}`])),
    },
    outdir,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    packages: "external",
    external: ["vscode"],
    plugins: [...plugins, suites(), siblingBundles("../../dist"), importedScripts()],
    sourcemap: "linked",
    logLevel: "warning",
  });
}

/** The files of `test/support`: each also on its own, so that a test can start it as a program. */
function support() {
  return readdirSync(path.join(root, "test/support")).filter((file) => file.endsWith(".ts"));
}

/**
 * `suite:unit` is a module that imports every test below `test/unit`, `suite:unit+wire` those of both.
 *
 * @returns {import("esbuild").Plugin}
 */
function suites() {
  return {
    name: "suites",
    setup(plugin) {
      plugin.onResolve({ filter: /^suite:/ }, ({ path: name }) => ({
        path: name.slice(6),
        namespace: "suite",
      }));
      plugin.onLoad({ filter: /.*/, namespace: "suite" }, ({ path: folders }) => ({
        contents: folders
          .split("+")
          .flatMap(testsOf)
          .map((file) => `import "./${file}";`)
          .join("\n"),
        resolveDir: path.join(root, "test"),
      }));
    },
  };
}

/**
 * The tests of a suite, as seen from `test/`.
 *
 * @param {string} folder
 */
function testsOf(folder) {
  const files = readdirSync(path.join(root, "test", folder), { recursive: true, encoding: "utf8" });
  const found = files.filter((file) => file.endsWith(".test.ts")).sort();
  return found.map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
}

/**
 * `await import("…/scripts/….mjs")` stays as it is: those modules find the repository by their own place, which
 * they would lose in a bundle.
 *
 * @returns {import("esbuild").Plugin}
 */
function importedScripts() {
  return {
    name: "imported-scripts",
    setup(plugin) {
      plugin.onResolve({ filter: /\/scripts\/.*\.mjs$/ }, ({ path: name, kind, resolveDir }) => {
        if (kind !== "dynamic-import") {
          return undefined;
        }
        const file = path.relative(tests, path.resolve(resolveDir, name));
        return { path: file.replaceAll("\\", "/"), external: true };
      });
    },
  };
}
