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
 * @param {readonly string[]} suites by their folders below `test/`
 * @param {{ outdir?: string, plugins?: import("esbuild").Plugin[] }} [options] `outdir` is as deep as `tests`
 * @returns {Promise<string[]>} the bundles of the suites, in their order
 */
export async function buildTests(suites, { outdir = tests, plugins = [] } = {}) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: {
      hostIndex: "test/host/index.ts",
      benchIndex: "test/bench/index.ts",
      nodeIndex: "test/bench/nodeIndex.ts",
      ...Object.fromEntries(support().map((file) => [path.basename(file, ".ts"), `test/support/${file}`])),
      ...Object.fromEntries(
        suites.map((suite) => [nameOf(suite), suite.includes(":") ? suite : `suite:${suite}`]),
      ),
    },
    outdir,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    packages: "external",
    external: ["vscode"],
    plugins: [...plugins, suiteModules(), siblingBundles("../../dist"), importedScripts()],
    sourcemap: "linked",
    logLevel: "warning",
  });
  return suites.map((suite) => path.join(outdir, `${nameOf(suite)}.js`));
}

/** Bundles lie side by side, whatever folders their tests are in. @param {string} suite */
function nameOf(suite) {
  return suite.slice(suite.indexOf(":") + 1).replaceAll("/", "-");
}

/** The files of `test/support`: each also on its own, so that a test can start it as a program. */
function support() {
  return readdirSync(path.join(root, "test/support")).filter((file) => file.endsWith(".ts"));
}

/**
 * `suite:unit` is a module that imports every test below `test/unit`, `suite:unit+wire` those of both. `lazy:unit`
 * gives for each file what imports it, so that only those are evaluated that are wanted.
 *
 * @returns {import("esbuild").Plugin}
 */
function suiteModules() {
  return {
    name: "suites",
    setup(plugin) {
      plugin.onResolve({ filter: /^(suite|lazy):/ }, ({ path: name }) => ({
        path: name,
        namespace: "suite",
      }));
      plugin.onLoad({ filter: /.*/, namespace: "suite" }, ({ path: name }) => {
        const [kind, folders = ""] = name.split(":");
        const files = folders.split("+").flatMap(testsOf);
        const lazy = files.map((file) => `${JSON.stringify(file)}: () => require("./${file}"),`);
        return {
          contents:
            kind === "lazy"
              ? `module.exports = {\n${lazy.join("\n")}\n};`
              : files.map((file) => `import "./${file}";`).join("\n"),
          resolveDir: path.join(root, "test"),
        };
      });
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
