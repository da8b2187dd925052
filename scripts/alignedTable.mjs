/**
 * Rows of cells as text, each column as wide as its widest cell.
 *
 * @param {readonly (readonly string[])[]} rows
 * @param {readonly number[]} [left] the columns that are not numbers, and so begin at the left
 */
export function aligned(rows, left = [0]) {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const padded = (/** @type {string} */ cell, /** @type {number} */ column) =>
    left.includes(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(padded).join("  ").trimEnd()).join("\n");
}
