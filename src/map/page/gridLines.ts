import type { Grid } from "../../core/map/arrange";
import type { MapRow } from "../../core/map/mapData";

/** A line of the grid's body: the heading of a group, or a source. */
export type Line =
  | { readonly kind: "heading"; readonly key: string; readonly label: string; readonly size: number }
  | { readonly kind: "source"; readonly key: string; readonly row: MapRow };

/** A heading over columns that stand side by side. */
export interface Span {
  readonly label: string;
  readonly from: number;
  readonly size: number;
}

/** The lines from top to bottom. One group alone needs no heading. */
export function linesOf({ rowGroups }: Grid): readonly Line[] {
  return rowGroups.flatMap(({ label, lines }): readonly Line[] => [
    ...(rowGroups.length > 1
      ? [{ kind: "heading" as const, key: `heading ${label}`, label, size: lines.length }]
      : []),
    ...lines.map((row) => ({ kind: "source" as const, key: row.key, row })),
  ]);
}

export function spansOf({ columnGroups }: Grid): readonly Span[] {
  let from = 0;
  return columnGroups.map(({ label, lines }) => {
    const span = { label, from, size: lines.length };
    from += lines.length;
    return span;
  });
}
