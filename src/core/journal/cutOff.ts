import { type Ending, isEnding } from "../history";
import type { Params } from "../params";
import { type JournalLine, type PlanLine, windowOf } from "./journalLine";

/** What became of an item of a plan that was cut off. */
export type Became = Ending | "notSent";

export interface CutOffItem {
  readonly params: Params;
  readonly became: Became;
  /** The id of its last request, where one was sent. */
  readonly request?: string;
}

/** A plan whose window ended in the middle of it. */
export interface CutOff extends Pick<PlanLine, "id" | "time" | "command" | "title" | "done" | "looked"> {
  readonly items: readonly CutOffItem[];
  /** Whether somebody has answered the message that says so. */
  readonly isAnswered: boolean;
  /** The open window that says so, or is about to: the first that wrote that it would. */
  readonly offeredBy?: string;
}

/** The plans that were cut off and that nobody has finished, in their order: something of them is left to do. */
export function cutOffs(
  lines: readonly JournalLine[],
  isOpen: (window: string) => boolean,
): readonly CutOff[] {
  const plans = new Map<string, PlanLine>();
  const answered = new Set<string>();
  const offers = new Map<string, string>();
  for (const line of lines.filter((each) => "line" in each)) {
    if (line.line === "plan") {
      plans.set(line.id, line);
      plans.delete(line.finishes ?? "");
    } else if (line.line === "planEnded") {
      plans.delete(line.id);
    } else if (line.line === "answered") {
      answered.add(line.id);
    } else if (line.line === "offered") {
      if (isOpen(line.window) && !offers.has(line.id)) {
        offers.set(line.id, line.window);
      }
    }
  }
  const left = [...plans.values()].filter(({ id }) => !isOpen(windowOf(id)));
  const requests = lastRequests(lines, new Set(left.map(({ id }) => id)));
  return left
    .map(
      ({ line: _, finishes: __, ...plan }): CutOff => ({
        ...plan,
        items: plan.items.map((params, at) => ({
          params,
          ...(requests.get(`${plan.id} ${at}`) ?? { became: "notSent" as const }),
        })),
        isAnswered: answered.has(plan.id),
        ...offerOf(offers.get(plan.id)),
      }),
    )
    .filter(({ items }) => items.some(({ became }) => isLeft(became)));
}

function offerOf(offeredBy: string | undefined): Pick<CutOff, "offeredBy"> {
  return offeredBy === undefined ? {} : { offeredBy };
}

/** Whether it is still to be done, as far as is known. */
export function isLeft(became: Became): boolean {
  return became !== "done" && became !== "unchanged";
}

/** By plan and item, the last request that was sent for it, and what became of it. */
function lastRequests(
  lines: readonly JournalLine[],
  plans: ReadonlySet<string>,
): ReadonlyMap<string, { readonly request: string; readonly became: Became }> {
  const items = new Map<string, string>();
  const last = new Map<string, { readonly request: string; readonly became: Became }>();
  for (const line of lines) {
    if ("line" in line && line.line === "sent" && line.of && plans.has(line.of.plan)) {
      const item = `${line.of.plan} ${line.of.item}`;
      items.set(line.id, item);
      last.set(item, { request: line.id, became: "inDoubt" });
    }
    const { id = "", outcome } = { outcome: undefined, ...line };
    const item = items.get(id);
    if (item !== undefined && isEnding(outcome) && last.get(item)?.request === id) {
      last.set(item, { request: id, became: outcome });
    }
  }
  return last;
}
