import type { ThreeValued } from "../threeValued";
import type { CellState, MapCell, MapColumn, MapData, Otherwise } from "./mapData";

/** What a cell says, whether or not there is one of its own. */
export type SaidCell = Pick<MapCell, "state" | "word" | "why" | "count">;

const otherwiseWords: Readonly<Record<Otherwise, string>> = {
  no: "no",
  notKnown: "not known",
  checking: "checking…",
};

/** Finds the cells of a map by their places. */
export class CellIndex {
  readonly #cells: ReadonlyMap<number, MapCell>;
  readonly #columns: readonly MapColumn[];

  constructor({ cells, columns }: MapData) {
    this.#columns = columns;
    this.#cells = new Map(cells.map((cell) => [cell.row * columns.length + cell.column, cell]));
  }

  at(row: number, column: number): SaidCell {
    return (
      this.#cells.get(row * this.#columns.length + column) ?? said(this.#columns[column]?.otherwise ?? "no")
    );
  }
}

function said(state: Otherwise): SaidCell {
  return { state, word: otherwiseWords[state], why: "", count: 0 };
}

/** Whether a source that a cell is about gets in now. */
export function answerOf(state: CellState): ThreeValued {
  switch (state) {
    case "public":
    case "open":
    case "reaches":
    case "expiring":
      return "yes";
    case "no":
    case "stale":
      return "no";
    case "changing":
    case "notKnown":
    case "checking":
      return "notKnown";
  }
}
