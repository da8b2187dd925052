import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { root } from "../paths.mjs";

/**
 * @typedef {object} Mutant One small change of a source, which some test should notice.
 * @property {string} id
 * @property {string} file from the top of the repository, with slashes
 * @property {number} line
 * @property {string} kind what Stryker calls it: BooleanLiteral, BlockStatement…
 * @property {string} replacement
 */

/**
 * The chosen mutants of the files, at once: each is a branch in the code that is taken where
 * `__stryker__.activeMutant` names it, so that the tests are built once. The others are left out of the code, but for
 * those within a chosen one: each branch is passed by every run of the tests.
 *
 * @param {readonly string[]} files from the top of the repository
 * @param {(all: readonly Mutant[]) => readonly Mutant[]} [choose]
 */
export async function instrument(files, choose = (all) => all) {
  const all = await instrumented(files, () => true);
  const chosen = choose(all.mutants);
  if (chosen.length === all.mutants.length) {
    return { ...all, mutants: chosen, count: chosen.length };
  }
  const keys = new Map(
    all.mutants.map((mutant, at) => [mutant, `${mutant.file} ${JSON.stringify(all.made[at])}`]),
  );
  const places = new Map(all.mutants.map((mutant, at) => [mutant, all.made[at]?.location]));
  const some = await instrumented(files, (file) =>
    chosen.flatMap((mutant) => (mutant.file === file ? (places.get(mutant) ?? []) : [])),
  );
  const byKey = new Map(
    some.mutants.map((mutant, at) => [`${mutant.file} ${JSON.stringify(some.made[at])}`, mutant]),
  );
  const mutants = chosen.flatMap((mutant) => byKey.get(keys.get(mutant) ?? "") ?? []);
  if (mutants.length !== chosen.length) {
    throw new Error(`Of ${chosen.length} mutants ${mutants.length} are in the code`);
  }
  return { sources: some.sources, mutants, count: all.mutants.length };
}

/**
 * @param {readonly string[]} files
 * @param {(file: string) => import("@stryker-mutator/instrumenter").File["mutate"]} where
 */
async function instrumented(files, where) {
  const given = files.map((file) => ({
    name: path.join(root, file),
    content: readFileSync(path.join(root, file), "utf8"),
    mutate: where(file),
  }));
  const made = await new Instrumenter(silent).instrument(given, {
    plugins: [],
    excludedMutations: [],
    ignorers: [],
  });
  return {
    /** What tells each from the others of its file, whatever else is chosen. */
    made: made.mutants.map(({ location, mutatorName, replacement }) => ({
      location,
      mutatorName,
      replacement,
    })),
    mutants: made.mutants.map(
      ({ id, fileName, location, mutatorName, replacement }) =>
        /** @type {Mutant} */ ({
          id,
          file: path.relative(root, fileName).replaceAll("\\", "/"),
          line: location.start.line + 1,
          kind: mutatorName,
          replacement,
        }),
    ),
    sources: new Map(made.files.map(({ name, content }) => [name, content])),
  };
}

/** @param {readonly string[]} folders from the top of the repository; one that is not there has none */
export function sourcesIn(folders) {
  return folders.flatMap((folder) => {
    try {
      const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
      return files
        .filter((file) => file.endsWith(".ts"))
        .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
        .sort();
    } catch {
      return [];
    }
  });
}

/**
 * Puts the instrumented sources in the place of those in the files.
 *
 * @param {ReadonlyMap<string, string>} sources by absolute path
 * @returns {import("esbuild").Plugin}
 */
export function instrumentedSources(sources) {
  return {
    name: "instrumented-sources",
    setup(plugin) {
      plugin.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const contents = sources.get(file);
        return contents === undefined ? undefined : { contents, loader: "ts" };
      });
    },
  };
}

const nothing = () => undefined;
const silent = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => true,
  isErrorEnabled: () => true,
  isFatalEnabled: () => true,
};
