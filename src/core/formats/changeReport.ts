import type { Ended, ItemEnd } from "../changes/end";
import { momentText } from "../clockTime";
import { kindWords } from "../failures/kindWords";
import { type Cells, textTable } from "./textTable";

type Outcome = ItemEnd<unknown, unknown>["outcome"];

/** The words of a change, as a report needs them. */
interface Words<Item> {
  readonly title: string;
  readonly done: string;
  fields(item: Item): object;
  cells?(item: Item): Cells;
}

// What needs a look comes first.
const outcomes = ["failed", "notStarted", "unchanged", "done"] as const;

/** What the outcomes are called: those that are done by the change that was made ("authorized"). */
function headings(done: string): Readonly<Record<Outcome, string>> {
  return { failed: "failed", notStarted: "not started", unchanged: `already ${done}`, done };
}

/** One line: `960 authorized, 20 already authorized, 20 failed (19 not there, 1 throttled)`. */
export function summaryOf(
  { done }: { readonly done: string },
  ended: readonly Ended<unknown, unknown>[],
): string {
  const words = headings(done);
  return [...outcomes]
    .reverse()
    .flatMap((outcome) => {
      const those = ended.filter(({ end }) => end.outcome === outcome);
      const kinds = outcome === "failed" ? ` (${kindsOf(those)})` : "";
      return those.length === 0 ? [] : [`${those.length} ${words[outcome]}${kinds}`];
    })
    .join(", ");
}

function kindsOf(failed: readonly Ended<unknown, unknown>[]): string {
  const counts = new Map<string, number>();
  for (const { end } of failed) {
    const kind = end.outcome === "failed" ? kindWords(end.failure.kind) : "";
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts.size === 1
    ? [...counts.keys()].join()
    : [...counts].map(([kind, count]) => `${count} ${kind}`).join(", ");
}

/** What became of each, as a text to read: what failed first, then what was not started. */
export function reportOf<Item>(
  change: Words<Item>,
  ended: readonly Ended<Item, unknown>[],
  wasCancelled: boolean,
  time: Date = new Date(),
): string {
  const sections = outcomes.flatMap((outcome) => {
    const those = ended.filter(({ end }) => end.outcome === outcome);
    const heading = `${headings(change.done)[outcome]}: ${those.length}`;
    const rows = those.map((each) => cells(change, each));
    return those.length === 0
      ? []
      : ["", capitalized(heading), ...textTable(undefined, rows).map((line) => `  ${line}`)];
  });
  const ending = momentText(time.getTime(), { dateStyle: "medium", timeStyle: "medium" });
  const lines = [
    `${change.title}${wasCancelled ? ", cancelled" : ""}: ${summaryOf(change, ended) || "nothing to do"}`,
    ending,
    ...sections,
  ];
  return `${lines.join("\n")}\n`;
}

function cells<Item>(words: Words<Item>, { item, end }: Ended<Item, unknown>): Cells {
  const names =
    words.cells?.(item) ??
    Object.values<unknown>({ ...words.fields(item) }).map((value) =>
      typeof value === "string" ? value : JSON.stringify(value),
    );
  return [
    ...names,
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
