import type { Row } from "./row";

/**
 * The rows without those whose id another one before them has. VS Code refuses all the rows of a branch where two
 * share an id, and an answer that is not AWS's own may name one thing twice.
 */
export function distinctRows(rows: readonly Row[]): readonly Row[] {
  const byId = new Map<string, Row>();
  for (const row of rows) {
    if (!byId.has(row.id)) {
      byId.set(row.id, row);
    }
  }
  return byId.size === rows.length ? rows : [...byId.values()];
}
