import assert from "node:assert/strict";
import { type Cursor, moved } from "../../../src/map/page/cursor";

const bounds = { rows: 200, columns: 100, page: 20 };

function to(row: number, column: number, key: string, ctrl = false): readonly number[] | undefined {
  const cursor: Cursor | undefined = moved({ row, column }, { key, ctrl }, bounds);
  return cursor && [cursor.row, cursor.column];
}

describe("the keyboard in the map", () => {
  it("goes from cell to cell, and stays within the grid, its headings included", () => {
    assert.deepEqual(to(5, 5, "ArrowUp"), [4, 5]);
    assert.deepEqual(to(5, 5, "ArrowRight"), [5, 6]);
    assert.deepEqual(to(0, 0, "ArrowUp"), [-1, 0]);
    assert.deepEqual(to(0, 0, "ArrowLeft"), [0, -1]);
    assert.deepEqual(to(-1, -1, "ArrowUp"), [-1, -1]);
    assert.deepEqual(to(199, 99, "ArrowDown"), [199, 99]);
    assert.deepEqual(to(199, 99, "ArrowRight"), [199, 99]);
  });

  it("goes to the ends of a row, of a column and of the grid", () => {
    assert.deepEqual(to(5, 5, "Home"), [5, -1]);
    assert.deepEqual(to(5, 5, "End"), [5, 99]);
    assert.deepEqual(to(5, 5, "Home", true), [-1, -1]);
    assert.deepEqual(to(5, 5, "End", true), [199, 99]);
    assert.deepEqual(to(5, 5, "ArrowDown", true), [199, 5]);
    assert.deepEqual(to(5, 5, "ArrowLeft", true), [5, -1]);
  });

  it("goes a page up and down, and on to the headings only from there", () => {
    assert.deepEqual(to(5, 5, "PageDown"), [25, 5]);
    assert.deepEqual(to(190, 5, "PageDown"), [199, 5]);
    assert.deepEqual(to(5, 5, "PageUp"), [0, 5]);
    assert.deepEqual(to(-1, 5, "PageUp"), [-1, 5]);
  });

  it("leaves other keys alone", () => {
    assert.equal(to(5, 5, "Tab"), undefined);
    assert.equal(to(5, 5, "a"), undefined);
  });
});
