import { cachesOpenedBy } from "../../core/reach/openedCaches";
import type { Rule } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import type { Target } from "../../core/target";
import { sourceNames } from "../../store/ruleNames";
import type { State } from "../../store/state";
import type { ConfirmQuestion } from "../../ui/ui";

/** Names exactly what goes, and every cache that the source will not reach through this group any more. */
export function revokeQuestion(
  target: Target,
  rule: Rule | { readonly id: string; readonly groupId: string },
  { caches, vpc }: State,
): ConfirmQuestion {
  const { groupId } = rule;
  const group = vpc.group(target, groupId)?.name ?? groupId;
  const place = `${target.region}, profile ${target.profile}`;
  if (!("source" in rule)) {
    return {
      message: `Revoke the rule ${rule.id} from ${group}?`,
      detail: `What it says could not be read, so it cannot be made again by Undo (${place}).`,
      action: "Revoke",
    };
  }
  const words = ruleText(rule, sourceNames(vpc, target, rule));
  const known = vpc.facts(target).prefixLists;
  const all = caches.get(target).value ?? [];
  const closed = cachesOpenedBy(all, groupId, [rule], undefined, known).map(({ id }) => id);
  const what =
    closed.length === 0
      ? "No cache here is reached through it."
      : `It will not let anybody reach ${closed.join(", ")} any more.`;
  return {
    message: `Revoke ${words} from ${group}?`,
    detail: `${what} Other rules may still let the same source in (${place}).`,
    action: "Revoke",
  };
}
