import { shownText } from "../shownText";
import type { Target } from "../target";
import { readCache } from "./cacheEntries";
import type { CellEntries, MapEntry } from "./entry";
import { grantEntries } from "./grantEntry";
import { joinEntries } from "./joinEntries";
import { cacheColumn, groupColumn } from "./mapColumns";
import type { MapCell, MapColumn, MapData, MapRow } from "./mapData";
import { sourceRow } from "./mapSources";
import type { TargetFacts } from "./targetFacts";

/** The map, and what its cells are made of: the page gets the first alone. */
export interface AccessMap {
  readonly data: MapData;
  readonly entries: readonly CellEntries[];
}

/**
 * Who reaches what, in all targets that were read, both generations.
 *
 * @param now ISO 8601, UTC
 */
export function accessMap(all: readonly TargetFacts[], pending: readonly Target[], now: string): AccessMap {
  const rows = new Map<string, { readonly at: number; readonly row: MapRow }>();
  const columns: MapColumn[] = [];
  const cells: MapCell[] = [];
  const made: CellEntries[] = [];
  const place = (facts: TargetFacts, key: string, entry: MapEntry) => {
    const known = rows.get(key);
    const row = known?.row ?? sourceRow(key, entry, facts);
    const found = known ?? { at: rows.size, row };
    rows.set(key, { at: found.at, row: better(row, () => sourceRow(key, entry, facts)) });
    return found.at;
  };
  const add = (facts: TargetFacts, column: MapColumn, by: ReadonlyMap<string, readonly MapEntry[]>) => {
    const at = columns.push(column) - 1;
    for (const [key, entries] of by) {
      const [first] = entries;
      if (first) {
        const row = place(facts, key, first);
        const { state, word, why, count } = joinEntries(entries);
        cells.push({ row, column: at, state, word: shownText(word), why: whyText(why), count });
        made.push({ row, column: at, entries });
      }
    }
  };
  for (const facts of all) {
    for (const group of facts.groups ?? []) {
      add(facts, groupColumn(facts, group), grantEntries(facts, group, now));
    }
    for (const cache of facts.caches ?? []) {
      const { bySource, otherwise } = readCache(facts, cache, now);
      add(facts, cacheColumn(facts, cache, otherwise), bySource);
    }
  }
  const targets = all.map(({ shown }) => shown);
  const rowsInOrder = [...rows.values()].map(({ row }) => row);
  return { data: { at: now, targets, pending, rows: rowsInOrder, columns, cells }, entries: made };
}

/** A group that one target cannot name may be named by another, whose account has it. */
function better(row: MapRow, other: () => MapRow): MapRow {
  return row.kind === "securityGroup" && row.label.startsWith("sg-") ? other() : row;
}

/** Lines of ours, each as it may be shown. */
function whyText(why: string): string {
  return why.split("\n").map(shownText).join("\n");
}
