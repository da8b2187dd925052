import { aligned } from "../alignedTable.mjs";

/**
 * @typedef {object} Tried
 * @property {import("./instrument.mjs").Mutant} mutant
 * @property {import("./tryMutant.mjs").Verdict | "untried"} verdict `untried`: the time was up.
 */

/**
 * A row for each part of `src` and the folders in it, by how many of their mutants some test noticed. Those that no
 * test passes count as not noticed, those that were not tried do not count.
 *
 * @param {readonly Tried[]} tried
 */
export function report(tried) {
  const folders = new Set(tried.flatMap(({ mutant }) => foldersOf(mutant.file)));
  const rows = [...folders].sort().map((folder) => {
    const name = folder.split("/").length > 2 ? `  ${folder.split("/")[2]}` : folder;
    return [name, ...numbers(tried.filter(({ mutant }) => mutant.file.startsWith(`${folder}/`)))];
  });
  const head = ["", "killed", "mutants", "timed out", "survived", "not covered", "not tried"];
  return aligned([head, ...rows, ["all", ...numbers(tried)]]);
}

/** @type {Record<string, string>} */
const notes = {
  survived: "",
  uncovered: "  (not covered)",
  unsure: "  (the test that fails does so without it too)",
};

/**
 * A line for each mutant that no test noticed, in the order of the sources.
 *
 * @param {readonly Tried[]} tried
 */
export function survivors(tried) {
  return tried
    .filter(({ verdict }) => verdict in notes)
    .toSorted(({ mutant: a }, { mutant: b }) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
    )
    .map(({ mutant: { file, line, kind, replacement }, verdict }) => {
      const text = replacement.replace(/\s+/g, " ");
      const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
      return `${file}:${line}  ${kind} → ${short}${notes[verdict]}`;
    });
}

/** @param {string} file */
function foldersOf(file) {
  const [top, part, below] = file.split("/").slice(0, -1);
  return [`${top}/${part}`, ...(below === undefined ? [] : [`${top}/${part}/${below}`])];
}

/** @param {readonly Tried[]} tried */
function numbers(tried) {
  const count = (/** @type {Tried["verdict"]} */ wanted) =>
    tried.filter(({ verdict }) => verdict === wanted).length;
  const done = tried.length - count("untried");
  const killed = count("killed") + count("timedOut");
  const percent = done === 0 ? "–" : `${((100 * killed) / done).toFixed(1)} %`;
  const survived = count("survived") + count("unsure");
  return [percent, done, count("timedOut"), survived, count("uncovered"), count("untried")].map(String);
}
