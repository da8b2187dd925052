import { type MapColumn, type MapRow, sourceKinds } from "./mapData";
import { kindHeadings, type MapView } from "./mapView";

/** A heading over lines that belong together, and where it stands among the headings. */
export interface Heading {
  readonly label: string;
  /** Smaller stands first; equal ones by their labels. */
  readonly order: number;
}

const last = 1_000;

export function rowHeading(row: MapRow, { group, tag }: MapView): Heading {
  if (group === "target") {
    const label = kindHeadings[row.kind];
    return { label, order: sourceKinds.findIndex((kind) => kindHeadings[kind] === label) };
  }
  return common(row, group, tag, group === "account" ? "No account" : undefined);
}

export function columnHeading(column: MapColumn, { group, tag }: MapView, order: number): Heading {
  if (group === "target") {
    return { label: [column.profile, column.region].filter(Boolean).join(" · "), order };
  }
  return common(
    column,
    group,
    tag,
    group === "account" ? `${column.profile} (account not known)` : undefined,
  );
}

function common(
  { account, vpc, tags }: Pick<MapRow, "account" | "vpc" | "tags">,
  group: Exclude<MapView["group"], "target">,
  tag: string,
  without: string | undefined,
): Heading {
  switch (group) {
    case "account":
      return account === undefined ? { label: without ?? "", order: last } : { label: account, order: 0 };
    case "vpc":
      return vpc === undefined ? { label: "VPC not known, or none", order: last } : { label: vpc, order: 0 };
    case "tag": {
      const found = tags
        .filter((each) => each.startsWith(`${tag}=`))
        .map((each) => each.slice(tag.length + 1));
      return found.length === 0
        ? { label: tag === "" ? "No tag chosen" : `Without ${tag}`, order: last }
        : { label: found.join(", "), order: 0 };
    }
  }
}

/** The keys of tags that sources or caches have. */
export function tagKeys(lines: readonly Pick<MapRow, "tags">[]): readonly string[] {
  const keys = lines.flatMap(({ tags }) => tags.map((tag) => tag.slice(0, Math.max(0, tag.indexOf("=")))));
  return [...new Set(keys)].sort();
}
