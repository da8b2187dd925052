import assert from "node:assert/strict";
import type { Row } from "../../src/tree/row";

/** Every row there is, loaded, each with those below it. Fails where two siblings share an id. */
export async function allRows(rows: readonly Row[]): Promise<readonly Row[]> {
  const ids = rows.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  assert.deepEqual(twice, [], "rows of one branch share an id");
  const below = await Promise.all(
    rows.map(async (row) => {
      await row.load?.();
      return allRows(row.children?.() ?? []);
    }),
  );
  return [...rows, ...below.flat()];
}
