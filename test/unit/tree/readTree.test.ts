import assert from "node:assert/strict";
import { readRows } from "../../../src/tree/readTree";
import type { Row } from "../../../src/tree/row";
import { leastOf, longestTurn } from "../../support/cpuTime";

const row = (id: string, below?: (parent: Row) => readonly Row[]): Row => {
  const made: Row = {
    id,
    kind: "note",
    parent: undefined,
    params: {},
    item: () => ({
      label: id,
      description: "",
      contextValue: "note",
      icon: { id: "info" },
      accessibilityLabel: id,
      open: "leaf",
    }),
    ...(below ? { children: () => below(made) } : {}),
  };
  return made;
};
const many = (count: number, name: string) =>
  Array.from({ length: count }, (_, nth) => row(`${name}-${nth}`));

describe("reading very many rows", () => {
  const top = row("top", () =>
    Array.from({ length: 1_000 }, (_, nth) => row(`group-${nth}`, () => many(20, `group-${nth}`))),
  );

  it("gives all of them, in their order", async () => {
    const [read] = await readRows([top], false);
    assert.deepEqual(
      read?.children?.map(({ id }) => id),
      Array.from({ length: 1_000 }, (_, nth) => `group-${nth}`),
    );
    assert.ok(read?.children?.every(({ children }) => children?.length === 20));
  });

  it("leaves others their turns, with and without loading", async () => {
    for (const expand of [false, true]) {
      assert.ok((await leastOf(50, () => longestTurn(() => readRows([top], expand)))) < 50);
    }
  });
});
