import type { Ended, GroupItem, ItemOutcome } from "./batchItem";
import type { Ingress } from "./cacheSecurityGroups/ingress";
import { type Cells, textTable } from "./formats/textTable";

type Result = Ended<GroupItem & Partial<Ingress>>;

/** What the outcomes are called: those that are done by the change that was made ("authorized"). */
function headings(done: string): Readonly<Record<ItemOutcome["outcome"], string>> {
  return { failed: "failed", notStarted: "not started", unchanged: "already so", done };
}

// What needs a look comes first.
const outcomes = ["failed", "notStarted", "unchanged", "done"] as const;

/** One line: `960 authorized, 20 already so, 20 failed (19 notFound, 1 throttled)`. */
export function batchSummary(results: readonly Result[], done: string): string {
  const words = headings(done);
  return [...outcomes]
    .reverse()
    .flatMap((outcome) => {
      const those = results.filter(({ end }) => end.outcome === outcome);
      const kinds = outcome === "failed" ? ` (${kindsOf(those)})` : "";
      return those.length === 0 ? [] : [`${those.length} ${words[outcome]}${kinds}`];
    })
    .join(", ");
}

function kindsOf(failed: readonly Result[]): string {
  const counts = new Map<string, number>();
  for (const { end } of failed) {
    const kind = end.outcome === "failed" ? end.failure.kind : "";
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts.size === 1
    ? [...counts.keys()].join()
    : [...counts].map(([kind, count]) => `${count} ${kind}`).join(", ");
}

export interface ReportWords {
  /** What was run: "Authorize Many". */
  readonly title: string;
  readonly done: string;
  readonly wasCancelled: boolean;
  /** When it ended, as it is to be read. */
  readonly time: string;
}

/** What became of each, as a text to read: what failed first, then what was not started. */
export function batchReport(results: readonly Result[], words: ReportWords): string {
  const { title, done, wasCancelled, time } = words;
  const sections = outcomes.flatMap((outcome) => {
    const those = results.filter(({ end }) => end.outcome === outcome);
    const heading = `${headings(done)[outcome]}: ${those.length}`;
    return those.length === 0
      ? []
      : ["", capitalized(heading), ...textTable(undefined, those.map(cells)).map((line) => `  ${line}`)];
  });
  const lines = [
    `${title}${wasCancelled ? ", cancelled" : ""}: ${batchSummary(results, done) || "nothing to do"}`,
    time,
    ...sections,
  ];
  return `${lines.join("\n")}\n`;
}

function cells({ item, end }: Result): Cells {
  const { profile, region, cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = item;
  return [
    profile,
    region,
    cacheSecurityGroupName,
    ...(ec2SecurityGroupName === undefined ? [] : [`${ec2SecurityGroupOwnerId}/${ec2SecurityGroupName}`]),
    ...(end.outcome === "failed"
      ? [
          [end.failure.kind, end.failure.code].filter(Boolean).join(", "),
          [end.failure.message, end.failure.requestId].filter(Boolean).join(" · "),
        ]
      : []),
  ];
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
