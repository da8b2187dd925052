import type { Target } from "../../core/target";
import type { State } from "../../store/state";
import type { ConfirmQuestion } from "../../ui/ui";
import type { GroupsPlan } from "./sendGroups";

/** Shows the list before and after. */
export function groupsQuestion(
  { target, cache, change }: GroupsPlan,
  before: readonly string[],
  after: readonly string[],
  { vpc }: State,
): ConfirmQuestion {
  const name = (id: string) => groupName(vpc, target, id);
  const attaching = change.add !== undefined;
  const which = name(change.add ?? change.remove ?? "");
  return {
    message: attaching ? `Attach ${which} to ${cache.id}?` : `Detach ${which} from ${cache.id}?`,
    detail: [
      `Before: ${before.map(name).join(", ")}`,
      `After: ${after.map(name).join(", ")}`,
      attaching
        ? "Whatever the rules of the group let in gets to reach this cache."
        : "What only the rules of this group let in will not reach the cache any more.",
      `${target.region}, profile ${target.profile}`,
    ].join("\n"),
    action: attaching ? "Attach" : "Detach",
  };
}

function groupName(vpc: State["vpc"], target: Target, id: string): string {
  const name = vpc.group(target, id)?.name;
  return name === undefined ? id : `${name} (${id})`;
}
