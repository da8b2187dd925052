import { count } from "../plural";
import { anyOf } from "../threeValued";
import { answerOf, CellIndex, type SaidCell } from "./cellIndex";
import type { MapCell, MapColumn, MapData } from "./mapData";
import { attention, type MapView } from "./mapView";

/**
 * The map with two columns, and the sources that they differ in, or may: those of which both are known to be alike
 * are left out. Two accounts are two columns, each with how many of its caches a source reaches.
 */
export function compared(data: MapData, compare: NonNullable<MapView["compare"]>): MapData {
  const index = new CellIndex(data);
  const sides = [compare.one, compare.other].map((key) =>
    compare.of === "account" ? accountSide(data, key, index) : cacheSide(data, key, index),
  );
  const columns = sides.map(({ column }) => column);
  const cells: MapCell[] = [];
  const rows = data.rows.filter((_, row) => {
    const pair = sides.map((side) => side.at(row));
    const answers = pair.map(({ state }) => answerOf(state));
    return answers[0] !== answers[1] || answers[0] === "notKnown";
  });
  for (const [at, row] of rows.entries()) {
    const original = data.rows.indexOf(row);
    for (const [column, side] of sides.entries()) {
      // A cell of the map has its own place, which is another one here.
      cells.push({ ...side.at(original), row: at, column });
    }
  }
  return { ...data, rows, columns, cells };
}

interface Side {
  readonly column: MapColumn;
  at(row: number): SaidCell;
}

function cacheSide({ columns }: MapData, key: string, index: CellIndex): Side {
  const at = columns.findIndex((column) => column.key === key);
  const column = columns[at];
  return column
    ? { column, at: (row) => index.at(row, at) }
    : { column: gone(key), at: () => ({ state: "notKnown", word: "not known", why: "", count: 0 }) };
}

/** The caches of an account in one column. Its cache security groups are no caches. */
function accountSide({ columns }: MapData, account: string, index: CellIndex): Side {
  const places = columns.flatMap((column, at) =>
    column.account === account && column.kind === "cache" ? [at] : [],
  );
  const own = columns.filter((column) => column.account === account);
  const profiles = [...new Set(own.map(({ profile }) => profile))].join(", ");
  const column: MapColumn = {
    ...gone(account),
    key: `account ${account}`,
    label: account,
    detail: profiles,
    account,
    profile: profiles,
    isStale: own.some(({ isStale }) => isStale),
  };
  return { column, at: (row) => summary(places.map((place) => index.at(row, place))) };
}

/** `3 of 5 caches`; what is not known of the rest is among the reasons. */
function summary(cells: readonly SaidCell[]): SaidCell {
  const answer = anyOf(cells.map(({ state }) => answerOf(state)));
  const reached = cells.filter(({ state }) => answerOf(state) === "yes");
  const [first] = cells.toSorted((a, b) => attention[a.state] - attention[b.state]);
  const why = [...new Set(cells.flatMap((cell) => (cell.why === "" ? [] : cell.why)))].join("\n");
  if (answer === "yes") {
    const [worst] = reached.toSorted((a, b) => attention[a.state] - attention[b.state]);
    return {
      state: worst?.state ?? "reaches",
      word: `${reached.length} of ${count(cells.length, "cache")}`,
      why,
      count: 0,
    };
  }
  return { ...(first ?? { state: "no", word: "no" }), why, count: 0 };
}

function gone(key: string): MapColumn {
  return {
    ...{ key, kind: "account", label: "gone", detail: "not in the map any more", profile: "", region: "" },
    ...{ tags: [], otherwise: "notKnown", isStale: false },
  };
}
