import type { End } from "../core/expiry/expiry";
import { listedByTarget } from "../core/formats/listedByTarget";
import { count } from "../core/plural";
import { cachesOpenedBy, isOpenedKnown } from "../core/reach/openedCaches";
import { isMakeable, type Rule } from "../core/rules/rule";
import { ruleText, sourceLabel } from "../core/rules/ruleText";
import { shownLines } from "../core/shownText";
import type { Target } from "../core/target";
import { sourceNames, vpcGroupName } from "../store/ruleNames";
import type { Judged, Question } from "./change";
import type { ChangeServices } from "./services";

/** A rule to be revoked by its id. */
export interface RuleItem extends Target {
  readonly groupId: string;
  readonly ruleId: string;
  /** What it was read as; absent where nobody has read it. */
  readonly rule?: Rule;
  /** When it was to end. */
  readonly end?: End;
}

/** What the rule says; its id where nobody has read it. */
export function ruleWords(item: RuleItem, { state: { vpc } }: ChangeServices): string {
  return item.rule ? ruleText(item.rule, sourceNames(vpc, item, item.rule)) : item.ruleId;
}

/** The group's name; its id where the name is not known. */
export function groupWords(
  { groupId, ...target }: Pick<RuleItem, "groupId" | "profile" | "region">,
  { state: { vpc } }: ChangeServices,
): string {
  return vpcGroupName(vpc, target, groupId);
}

/** Names exactly what goes. */
export function revokeQuestion(
  judged: readonly Judged<RuleItem, Rule | undefined>[],
  services: ChangeServices,
): Question {
  const [only] = judged;
  if (only && judged.length === 1) {
    return questionOfOne(only, services);
  }
  const items = judged.map(({ item }) => item);
  const groups = new Set(items.map(({ groupId }) => groupId));
  return {
    message: `Revoke ${count(items.length, "rule")} from ${count(groups.size, "security group")}?`,
    detail: shownLines([
      "These will not let anybody in any more:",
      "",
      ...listedByTarget(items, (item) => `${ruleWords(item, services)}, from ${groupWords(item, services)}`),
    ]),
    action: "Revoke",
  };
}

/** Names exactly what goes, and every cache that the source will not reach through this group any more. */
function questionOfOne(
  { item, verdict }: Judged<RuleItem, Rule | undefined>,
  services: ChangeServices,
): Question {
  const group = groupWords(item, services);
  const place = `${item.region}, profile ${item.profile}`;
  if (!item.rule || verdict.kind === "notKnown") {
    const what = item.rule ? ruleWords(item, services) : `the rule ${item.ruleId}`;
    return {
      message: `Revoke ${what} from ${group}?`,
      detail: shownLines([
        item.rule
          ? `What it says by now could not be read (${place}).`
          : `What it says could not be read, so it cannot be made again by Undo (${place}).`,
      ]),
      action: "Revoke",
    };
  }
  return {
    message: `Revoke ${ruleWords(item, services)} from ${group}?`,
    detail: shownLines([
      [
        whatCloses(item, item.rule, services),
        isMakeable(item.rule)
          ? `Other rules may still let the same source in (${place}).`
          : `Undo cannot make it again: its source is of a kind not known here (${place}).`,
      ].join(" "),
    ]),
    action: "Revoke",
  };
}

function whatCloses(item: RuleItem, rule: Rule, { state: { caches, vpc } }: ChangeServices): string {
  const { value, failures } = caches.get(item);
  const known = vpc.facts(item).prefixLists;
  const opened = cachesOpenedBy(value ?? [], item.groupId, [rule], undefined, known);
  const closed = opened.map(({ id }) => id);
  const isKnown = value !== undefined && failures.length === 0 && isOpenedKnown(value, item.groupId);
  if (closed.length > 0) {
    const who = sourceLabel(rule.source, sourceNames(vpc, item, rule));
    const others = isKnown ? "" : ", and perhaps others, of which not all is known";
    return `${who} will no longer reach ${listed(closed)} through this rule${others}.`;
  }
  return isKnown
    ? "No cache here is reached through it."
    : "Which caches are reached through it is not known.";
}

/** `a`, `a and b`, `a, b and c`. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
}
