import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { inlineSchemaNames } from "./inlineSchemaNames.mjs";
import { ensureInstalled } from "./install.mjs";
import { licences } from "./licences.mjs";
import { dist, root } from "./paths.mjs";
import { sbom } from "./sbom.mjs";
import { packageStandIns } from "./standIns.mjs";

/** What each bundle in `dist/` is made from. */
export const entries = {
  extension: "src/extension.ts",
  access: "src/access/index.ts",
  webOnly: "src/webOnly.ts",
  commands: "src/commands/index.ts",
  onDemand: "src/tree/onDemand.ts",
  agents: "src/agents/index.ts",
  aws: "src/aws/index.ts",
  paths: "src/aws/paths/index.ts",
  reach: "src/store/reach/index.ts",
  schedules: "src/aws/schedules/index.ts",
  map: "src/map/index.ts",
  sandbox: "src/sandbox/index.ts",
  sandboxCli: "src/sandbox/main.ts",
};

/** What runs in a webview, and so in a browser: a script, and its style beside it. */
export const pages = { mapPage: "src/map/page/main.ts" };

/**
 * @typedef {object} Flavour
 * @property {boolean} [sourcemap] Maps are for development: the package has none.
 * @property {boolean} [dev] To be read and debugged, and so not minified.
 */

/**
 * Bundles the sources into `dist/`, one self-contained file an entry, and writes what went into each to
 * `dist/meta.json`, and the packages among it to `dist/sbom.cdx.json` and, with their licences, `dist/licences.txt`.
 *
 * @param {Flavour} [flavour]
 * @returns {Promise<import("esbuild").Metafile>}
 */
export async function build(flavour) {
  await ensureInstalled();
  const { build: bundle } = await import("esbuild");
  const [node, commands, browser] = await Promise.all([
    bundle(bundling(flavour)),
    bundle(commandsBundling(flavour)),
    bundle(pageBundling(flavour)),
  ]);
  const metafile = writeBundles(joined(node, await inCommonJs(commands, flavour), browser));
  replace(path.join(dist, "sbom.cdx.json"), await sbom(metafile));
  return metafile;
}

/** How esbuild is to make them, but for the commands'. @param {Flavour} [flavour] */
export function bundling({ sourcemap = true, dev = false } = {}) {
  const { commands: _, ...entryPoints } = entries;
  /** @satisfies {import("esbuild").BuildOptions} */
  const options = {
    absWorkingDir: root,
    entryPoints,
    outdir: dist,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    // The SDK's ES modules: esbuild can leave out what is unused, which it cannot do in CommonJS.
    mainFields: ["module", "main"],
    external: ["vscode"],
    plugins: [siblingBundles(), inlineSchemaNames(), packageStandIns()],
    minify: !dev,
    sourcemap: sourcemap && "linked",
    sourcesContent: false,
    // Three bytes in place of six for each character that is none of ASCII.
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "warning",
  };
  return options;
}

/**
 * How esbuild is to make the commands: what `import()` asks for is in files of its own, and what several of them need is
 * in one beside. That is done for ES modules alone, see `inCommonJs`.
 *
 * @param {Flavour} [flavour]
 */
export function commandsBundling(flavour) {
  const options = bundling(flavour);
  /** @satisfies {import("esbuild").BuildOptions} */
  const esm = {
    ...options,
    entryPoints: { commands: entries.commands },
    format: "esm",
    splitting: true,
    chunkNames: "commands-[name]-[hash]",
    sourcemap: options.sourcemap && "inline",
  };
  return esm;
}

/**
 * ES modules as CommonJS, which VS Code loads: its own module, `vscode`, is there for `require` alone.
 *
 * @param {Built} built
 * @param {Flavour} [flavour]
 * @returns {Promise<Built>}
 */
export async function inCommonJs({ outputFiles, metafile }, { sourcemap = true, dev = false } = {}) {
  const { transform } = await import("esbuild");
  const files = await Promise.all(
    outputFiles.map(async ({ path: file, contents }) => {
      const { code, map } = await transform(contents, {
        format: "cjs",
        platform: "node",
        target: "node20",
        supported: { "dynamic-import": false },
        sourcefile: path.basename(file),
        sourcemap: sourcemap && "external",
        sourcesContent: false,
        minify: !dev,
        charset: "utf8",
        legalComments: "none",
      });
      const name = path.basename(file);
      const ours = sourcemap ? `${code}//# sourceMappingURL=${name}.map\n` : code;
      return [fileOf(file, ours), ...(sourcemap ? [fileOf(`${file}.map`, map)] : [])];
    }),
  );
  const written = files.flat();
  const outputs = Object.fromEntries(
    Object.entries(metafile.outputs).map(([name, output]) => {
      const contents = written.find((file) => file.path === path.join(root, name))?.contents;
      return [name, { ...output, bytes: contents?.length ?? output.bytes }];
    }),
  );
  return { outputFiles: written, metafile: { ...metafile, outputs } };
}

/** @param {string} file @param {string} text @returns {OutputFile} */
function fileOf(file, text) {
  return { path: file, contents: Buffer.from(text) };
}

/** How esbuild is to make the pages. @param {Flavour} [flavour] */
export function pageBundling({ sourcemap = true, dev = false } = {}) {
  const { plugins: _, mainFields: __, external: ___, ...common } = bundling({ sourcemap, dev });
  /** @satisfies {import("esbuild").BuildOptions} */
  const options = {
    ...common,
    entryPoints: pages,
    format: "iife",
    platform: "browser",
    // The browser of the oldest VS Code supported, and of its web build.
    target: ["chrome128", "safari17", "firefox128"],
    // A page's console is read by whoever builds it.
    drop: dev ? [] : ["console"],
    // A map of the source would be fetched from nowhere: the page may load nothing.
    sourcemap: dev && "inline",
  };
  return options;
}

/**
 * What several builds made, as one.
 *
 * @typedef {Pick<import("esbuild").OutputFile, "path" | "contents">} OutputFile
 * @typedef {{ outputFiles: OutputFile[], metafile: import("esbuild").Metafile }} Built
 * @param {Built[]} builds
 * @returns {Built}
 */
export function joined(...builds) {
  return {
    outputFiles: builds.flatMap(({ outputFiles }) => outputFiles),
    metafile: {
      inputs: Object.assign({}, ...builds.map(({ metafile }) => metafile.inputs)),
      outputs: Object.assign({}, ...builds.map(({ metafile }) => metafile.outputs)),
    },
  };
}

/**
 * Puts the bundles in their places. Each file is replaced as a whole: an editor or a test that reads it meanwhile
 * sees the old one or the new one.
 *
 * @param {Built} result
 */
export function writeBundles({ outputFiles, metafile }) {
  for (const file of outputFiles) {
    replace(file.path, file.contents);
  }
  // Their names change with what is in them.
  const current = new Set(outputFiles.map((file) => path.basename(file.path)));
  for (const name of readdirSync(dist).filter((name) => /^commands-.*\.js(?:\.map)?$/.test(name))) {
    if (!current.has(name)) {
      rmSync(path.join(dist, name), { force: true });
    }
  }
  replace(path.join(dist, "licences.txt"), licences(metafile));
  replace(metafilePath, JSON.stringify(metafile));
  return metafile;
}

/** Builds when a source, or what says how to build it, is newer than the bundles. */
export async function ensureBuilt() {
  const inputs = [
    "src",
    "scripts/build.mjs",
    "scripts/bundledPackages.mjs",
    "scripts/inlineSchemaNames.mjs",
    "scripts/licences.mjs",
    "scripts/sbom.mjs",
    "scripts/standIns.mjs",
    "package-lock.json",
  ].map((name) => path.join(root, name));
  if (newest(inputs) > modified(metafilePath)) {
    await build();
  }
}

const metafilePath = path.join(dist, "meta.json");

/**
 * `src/bundles.ts` requires bundles by the names they have in `dist/`. They stay outside.
 *
 * @param {string} [folder] where they are, as seen from the bundle that asks for them
 * @returns {import("esbuild").Plugin}
 */
export function siblingBundles(folder = ".") {
  return {
    name: "sibling-bundles",
    setup(plugin) {
      plugin.onResolve(
        { filter: /^\.\/(access|agents|aws|commands|map|onDemand|paths|reach|sandbox|schedules)\.js$/ },
        ({ path: name, importer }) =>
          importer === path.join(root, "src/bundles.ts")
            ? { path: `${folder}/${path.basename(name)}`, external: true }
            : undefined,
      );
    },
  };
}

/**
 * @param {string} file
 * @param {string | Uint8Array} contents
 */
function replace(file, contents) {
  mkdirSync(path.dirname(file), { recursive: true });
  const half = `${file}.${process.pid}.tmp`;
  writeFileSync(half, contents);
  renameSync(half, file);
}

/** @param {readonly string[]} inputs @returns {number} */
function newest(inputs) {
  return Math.max(
    ...inputs.map((input) =>
      statSync(input).isDirectory()
        ? newest([...readdirSync(input).map((name) => path.join(input, name))])
        : modified(input),
    ),
  );
}

/** @param {string} file */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({ options: { dev: { type: "boolean" } } });
  await build(values);
}
