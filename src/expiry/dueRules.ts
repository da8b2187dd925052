import type { Judged } from "../changes/change";
import type { RuleItem } from "../changes/revokeQuestion";
import { endOfTags } from "../core/expiry/expiry";
import { contentOf, type Remembered, type RememberedRule } from "../core/expiry/remembered";
import type { Rule } from "../core/rules/rule";
import { type Target, targetAlone } from "../core/target";

/** How long EventBridge Scheduler is given after its time, in milliseconds: it begins within a minute. */
export const schedulersGrace = 3 * 60_000;

/** When the sweep looks after what this machine remembers: later where somebody else has the first turn. */
export function sweptAt(entry: Remembered): number {
  const isOwn = entry.kind === "grant" || (entry.kind === "rule" && entry.by === "sweep");
  return isOwn ? entry.at : entry.at + schedulersGrace;
}

/** What is due of the rules that say when they end, and what is left alone although it would be. */
export interface DueRules {
  readonly due: readonly Judged<RuleItem, Rule | undefined>[];
  /** Why each of the others is left alone, as a sentence without its full stop, by the rule's id. */
  readonly leftAlone: ReadonlyMap<string, string>;
}

/**
 * Judges rules by what this machine remembers of them. Of one that it does not know, another machine has: its tags say
 * all there is. One that was changed under its id, or that has the tags of one of ours and another id, is somebody's.
 */
export function dueRules(
  target: Target,
  rules: readonly Rule[],
  remembered: readonly RememberedRule[],
  now: number,
): DueRules {
  const due: Judged<RuleItem, Rule | undefined>[] = [];
  const leftAlone = new Map<string, string>();
  const byId = new Map(remembered.map((entry) => [entry.ruleId, entry]));
  for (const rule of rules) {
    const end = endOfTags(rule.tags);
    if (rule.id === undefined || !end || end.at + (end.by === "schedule" ? schedulersGrace : 0) > now) {
      continue;
    }
    const known = byId.get(rule.id);
    const isCopy = !known && remembered.some(({ groupId, at }) => groupId === rule.groupId && at === end.at);
    if (isCopy) {
      leftAlone.set(rule.id, `${rule.id} was made by somebody else, with the tags of a rule that expired`);
    } else if (known && known.content !== contentOf(rule)) {
      leftAlone.set(rule.id, `${rule.id} has expired, and was changed since it was made`);
    } else {
      const item = { ...targetAlone(target), groupId: rule.groupId, ruleId: rule.id, rule, end };
      due.push({ item, verdict: { kind: "toDo" } });
    }
  }
  return { due, leftAlone };
}
