import { answerOf, CellIndex, type SaidCell } from "./cellIndex";
import { compared } from "./compareColumns";
import { filterMap, type Left } from "./filterMap";
import { columnHeading, type Heading, rowHeading } from "./grouping";
import type { MapColumn, MapData, MapRow } from "./mapData";
import { attention, type MapView } from "./mapView";

/** Lines under one heading. */
export interface GridGroup<Line> {
  readonly label: string;
  readonly lines: readonly Line[];
}

/** The map as somebody looks at it: what is shown, in which order, and what each cell says. */
export interface Grid {
  readonly rowGroups: readonly GridGroup<MapRow>[];
  readonly columnGroups: readonly GridGroup<MapColumn>[];
  /** The same without their headings. */
  readonly rows: readonly MapRow[];
  readonly columns: readonly MapColumn[];
  cell(row: MapRow, column: MapColumn): SaidCell;
  /** How long the longest word of a cell is, in characters: columns have room for it, within reason. */
  readonly longestWord: number;
}

interface Placed<Line> {
  readonly line: Line;
  readonly heading: Heading;
  readonly attention: number;
  /** How many it reaches, or is reached by. */
  readonly reach: number;
}

/** Puts a map in order for a view. Pure: the page and the exports see the same. */
export function arrange(whole: MapData, view: MapView): Grid {
  const data = view.compare ? compared(whole, view.compare) : whole;
  const left = filterMap(data, view);
  const index = new CellIndex(data);
  const [ofRows, ofColumns] = tally(data, left);
  const targets = [...new Set(data.columns.map(targetOf))];
  const rowGroups = grouped(
    data.rows.flatMap((line, at) =>
      left.rows.has(at) ? [{ line, heading: rowHeading(line, view), ...totalOf(ofRows, at) }] : [],
    ),
    view.rows,
  );
  const columnGroups = grouped(
    data.columns.flatMap((line, at) =>
      left.columns.has(at)
        ? [
            {
              line,
              heading: columnHeading(line, view, targets.indexOf(targetOf(line))),
              ...totalOf(ofColumns, at, attention[line.otherwise]),
            },
          ]
        : [],
    ),
    // What is compared stands as it was asked for: the one, and the other.
    view.compare ? "given" : view.columns === "sources" ? "reach" : view.columns,
  );
  const rowAt = new Map(data.rows.map((row, at) => [row.key, at]));
  const columnAt = new Map(data.columns.map((column, at) => [column.key, at]));
  return {
    rowGroups,
    columnGroups,
    rows: rowGroups.flatMap(({ lines }) => lines),
    columns: columnGroups.flatMap(({ lines }) => lines),
    longestWord: data.cells.reduce((longest, { word }) => Math.max(longest, word.length), 0),
    cell: (row, column) => index.at(rowAt.get(row.key) ?? -1, columnAt.get(column.key) ?? -1),
  };
}

interface Total {
  readonly attention: number;
  readonly reach: number;
}

/** What the cells of each row and of each column that is left come to. */
function tally({ cells }: MapData, left: Left): readonly [Map<number, Total>, Map<number, Total>] {
  const totals = [new Map<number, Total>(), new Map<number, Total>()] as const;
  for (const { row, column, state } of cells) {
    if (left.rows.has(row) && left.columns.has(column)) {
      const reach = answerOf(state) === "yes" ? 1 : 0;
      for (const [total, at] of [
        [totals[0], row],
        [totals[1], column],
      ] as const) {
        const before = total.get(at) ?? { attention: attention.no, reach: 0 };
        total.set(at, {
          attention: Math.min(before.attention, attention[state]),
          reach: before.reach + reach,
        });
      }
    }
  }
  return totals;
}

function totalOf(totals: ReadonlyMap<number, Total>, at: number, least: number = attention.no): Total {
  const total = totals.get(at) ?? { attention: attention.no, reach: 0 };
  return { ...total, attention: Math.min(total.attention, least) };
}

/** Under their headings, each group in the order that is asked for. */
function grouped<Line extends { readonly label: string }>(
  placed: readonly Placed<Line>[],
  order: "attention" | "name" | "reach" | "given",
): readonly GridGroup<Line>[] {
  const groups = new Map<string, Placed<Line>[]>();
  for (const each of placed) {
    const group = groups.get(each.heading.label) ?? [];
    group.push(each);
    groups.set(each.heading.label, group);
  }
  const inOrder = [...groups].sort(([a, [first]], [b, [second]]) => {
    return (first?.heading.order ?? 0) - (second?.heading.order ?? 0) || byText(a, b);
  });
  const compare = (a: Placed<Line>, b: Placed<Line>) =>
    (order === "attention" ? a.attention - b.attention : 0) ||
    (order === "name" ? 0 : b.reach - a.reach) ||
    byText(a.line.label, b.line.label);
  return inOrder.map(([label, some]) => ({
    label,
    lines: (order === "given" ? some : some.sort(compare)).map(({ line }) => line),
  }));
}

/** Numbers within names by their size, as in cache-9 and cache-10. */
const collator = new Intl.Collator("en", { numeric: true });

function byText(a: string, b: string): number {
  return collator.compare(a, b);
}

function targetOf({ profile, region }: MapColumn): string {
  return `${profile}\n${region}`;
}
