import type { MapCell, MapColumn, MapData, MapRow } from "./mapData";
import { kindHeadings, type MapView, statesShown } from "./mapView";

/** The places of the lines that are left. */
export interface Left {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

/**
 * What a view leaves of a map: the cells in the states that are to be shown, in which each word is found in the
 * source or in the cache; and whatever has all words in itself, be it reached by nobody.
 */
export function filterMap({ rows, columns, cells }: MapData, { query, show }: MapView): Left {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const states = statesShown[show];
  if (words.length === 0 && states === undefined) {
    return { rows: new Set(rows.keys()), columns: new Set(columns.keys()) };
  }
  const rowTexts = rows.map(rowText);
  const columnTexts = columns.map(columnText);
  const isLeft = ({ row, column, state }: MapCell) =>
    (states === undefined || states.includes(state)) &&
    words.every((word) => rowTexts[row]?.includes(word) || columnTexts[column]?.includes(word));
  const left = cells.filter(isLeft);
  const wholly = (texts: readonly string[]) =>
    texts.flatMap((text, at) => (words.every((word) => text.includes(word)) ? [at] : []));
  const ofColumns = wholly(columnTexts).filter((at) => {
    const otherwise = columns[at]?.otherwise;
    return states === undefined || (otherwise !== undefined && states.includes(otherwise));
  });
  return {
    rows: new Set([...left.map(({ row }) => row), ...(states === undefined ? wholly(rowTexts) : [])]),
    columns: new Set([...left.map(({ column }) => column), ...ofColumns]),
  };
}

function rowText({ label, detail, account, vpc, tags, kind }: MapRow): string {
  return [label, detail, account, vpc, ...tags, kindHeadings[kind]].join("\n").toLowerCase();
}

function columnText({ label, detail, profile, region, account, vpc, tags }: MapColumn): string {
  return [label, detail, profile, region, account, vpc, ...tags].join("\n").toLowerCase();
}
