import type { Cache } from "../core/caches/cache";
import type { AccessMap } from "../core/map/accessMap";
import { CellIndex, type SaidCell } from "../core/map/cellIndex";
import type { MapEntry } from "../core/map/entry";
import { cacheColumnKey, groupColumnKey } from "../core/map/mapColumns";
import type { MapColumn, MapRow } from "../core/map/mapData";
import { sourceParams } from "../core/rules/ruleParams";
import { type Target, targetAlone } from "../core/target";
import type { State } from "../store/state";

/** What a cell is about, found again by the keys that the page says. */
export interface CellSubject {
  readonly target: Target;
  readonly column: MapColumn;
  /** Absent for the heading of a column. */
  readonly row: MapRow | undefined;
  readonly cell: SaidCell | undefined;
  readonly entries: readonly MapEntry[];
  /** The cache that the column stands for; absent for a cache security group. */
  readonly cache: Cache | undefined;
  /** The name of the cache security group that the column stands for. */
  readonly cacheSecurityGroupName: string;
  /** The source, in the fields of the commands. */
  readonly source: Readonly<Record<string, unknown>>;
}

/** `undefined` where the map has no such column any more, or one that stands for many. */
export function cellSubject(
  { data, entries }: AccessMap,
  keys: { readonly row: string; readonly column: string },
  { caches, groups }: Pick<State, "caches" | "groups">,
): CellSubject | undefined {
  const [row, at] = [
    data.rows.findIndex(({ key }) => key === keys.row),
    data.columns.findIndex(({ key }) => key === keys.column),
  ];
  const column = data.columns[at];
  if (!column || (keys.row !== "" && row < 0)) {
    return undefined;
  }
  const target = targetAlone(column);
  const ofRow = entries.filter((each) => each.row === row);
  return {
    ...{ target, column, row: data.rows[row] },
    cell: row < 0 ? undefined : new CellIndex(data).at(row, at),
    entries: ofRow.find((each) => each.column === at)?.entries ?? [],
    cache: (caches.get(target).value ?? []).find((each) => cacheColumnKey(target, each) === column.key),
    cacheSecurityGroupName:
      groups.get(target).value?.find(({ name }) => groupColumnKey(target, name) === column.key)?.name ?? "",
    source: sourceOf(
      data.rows[row],
      ofRow.flatMap((each) => each.entries),
    ),
  };
}

/** How the rules and grants of a source name it. What is everybody is many blocks: none of them is meant. */
function sourceOf(row: MapRow | undefined, entries: readonly MapEntry[]): Readonly<Record<string, unknown>> {
  const [entry] = entries;
  if (!row || !entry || row.kind === "open") {
    return {};
  }
  if (entry.by === "grant") {
    const { ec2SecurityGroupName, ec2SecurityGroupOwnerId } = entry.grant;
    return { ec2SecurityGroupName, ec2SecurityGroupOwnerId };
  }
  return entry.by === "rule" ? { ...sourceParams(entry.rule.source) } : {};
}
