import { count } from "../plural";
import type { Grid } from "./arrange";
import type { MapData, MapTarget } from "./mapData";
import { type MapView, plainView } from "./mapView";

/** What an export says besides the grid, each with its name. */
export type Fact = readonly [name: string, text: string];

/** A map as it is exported: what is seen of it, of whom it is, and what is missing. */
export interface MapReport {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly grid: Grid;
}

export function mapReport(data: MapData, view: MapView, grid: Grid): MapReport {
  const notRead = data.targets.flatMap(({ failures, ...target }) =>
    failures.map((failure): Fact => ["Not read", `${where(target)}: ${failure}`]),
  );
  const pending = data.pending.map(where);
  return {
    title: "ElastiCache access map",
    facts: [
      ["Put together", data.at],
      ["Days and times", "UTC"],
      ...data.targets.map((target): Fact => ["Read as", identity(target)]),
      ["Shows", viewWords(view, grid)],
      ...notRead,
      ...(pending.length === 0
        ? []
        : [
            [
              "Not read",
              `${count(pending.length, "target")} nobody has opened: ${pending.join(", ")}`,
            ] as const,
          ]),
      [
        "Means",
        "Allowed by security groups. Not evaluated: network ACLs, routes, what the source's groups let out",
      ],
    ],
    grid,
  };
}

function where({ profile, region }: Pick<MapTarget, "profile" | "region">): string {
  return `${plainName(profile)} · ${region}`;
}

/** A profile's name is as in its file, where all other texts of a map are shown text already: no line or turn in it. */
function plainName(name: string): string {
  return name.replace(/[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}]/gu, "\ufffd");
}

/** `prod · us-west-2, account 1111…, as arn:…, read 2026-…`. */
function identity({ account, arn, readAt, state, ...target }: MapTarget): string {
  return [
    where(target),
    account === undefined ? "account not known" : `account ${account}`,
    arn === undefined ? "" : `as ${arn}`,
    readAt === undefined ? "caches not read" : `read ${readAt}`,
    state === "stale" ? "stale" : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** What of the map is shown: in whole, or by which words, states and comparison. */
export function viewWords(view: MapView, { rows, columns }: Grid): string {
  const { query, show, compare } = view;
  return [
    `${count(rows.length, "source")} by ${count(columns.length, compare?.of === "account" ? "account" : "column")}`,
    query.trim() === "" ? "" : `with "${query.trim()}"`,
    show === plainView.show ? "" : `only ${showWords[show]}`,
    compare ? "only what the two differ in" : "",
  ]
    .filter(Boolean)
    .join(", ");
}

export const showWords: Readonly<Record<MapView["show"], string>> = {
  all: "everything",
  open: "open and public",
  expiring: "expiring",
  stale: "stale references",
  changing: "changing",
  notKnown: "not known",
};

/** The columns' headings in a line each: what it is, and where. */
export function columnTitle({ label, isStale, ...column }: Grid["columns"][number]): string {
  const at = [plainName(column.profile), column.region].filter(Boolean).join(" ");
  return `${label}${at === "" ? "" : ` (${at})`}${isStale ? ", stale" : ""}`;
}
