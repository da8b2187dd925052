import path from "node:path";
import { aligned } from "./alignedTable.mjs";

/** @typedef {import("monocart-coverage-reports").CoverageFile} CoverageFile */
/** @typedef {{ covered: number, total: number }} Count */

/**
 * A row for each folder with all that is below it, the parts of `src` and the folders in them, and one for all.
 *
 * @param {readonly CoverageFile[]} files
 */
export function folderTable(files) {
  const folders = new Set(files.flatMap(({ sourcePath }) => foldersOf(sourcePath)));
  const rows = [...folders].sort().map((folder) => {
    const name = folder.split("/").length > 2 ? `  ${path.posix.basename(folder)}` : folder;
    return [name, ...numbers(files.filter(({ sourcePath }) => sourcePath.startsWith(`${folder}/`)))];
  });
  return aligned([["", "lines", "branches"], ...rows, ["all", ...numbers(files)]]);
}

/**
 * A row for each file whose path begins with one of those given, with the lines that no test runs whole.
 *
 * @param {readonly CoverageFile[]} files
 * @param {readonly string[]} starts
 */
export function fileTable(files, starts) {
  const chosen = files.filter(({ sourcePath }) => starts.some((start) => sourcePath.startsWith(start)));
  const rows = chosen.map((file) => [file.sourcePath, ...numbers([file]), missedLines(file)]);
  return aligned([["", "lines", "branches", "not run whole"], ...rows, ["all", ...numbers(chosen)]], [0, 3]);
}

/** @param {string} file `src/core/rules/cidr.ts` is in `src/core` and in `src/core/rules` */
function foldersOf(file) {
  const [top, part, ...below] = file.split("/").slice(0, -1);
  return [`${top}/${part}`, ...(below[0] === undefined ? [] : [`${top}/${part}/${below[0]}`])];
}

/** @param {readonly CoverageFile[]} files */
function numbers(files) {
  return [
    percent(files.map(({ summary }) => summary.lines)),
    percent(files.map(({ summary }) => summary.branches)),
  ];
}

/** @param {readonly Count[]} counts */
function percent(counts) {
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  const covered = counts.reduce((sum, count) => sum + count.covered, 0);
  return total === 0 ? "–" : `${((100 * covered) / total).toFixed(1)} % of ${total}`;
}

/** @param {CoverageFile} file */
function missedLines({ data }) {
  // A text stands for a line of which only a part was run.
  const lines = Object.entries(data?.lines ?? {}).flatMap(([line, hits]) =>
    hits === 0 || typeof hits === "string" ? [Number(line)] : [],
  );
  /** @type {[number, number][]} */
  const ranges = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last?.[1] === line - 1) {
      last[1] = line;
    } else {
      ranges.push([line, line]);
    }
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
