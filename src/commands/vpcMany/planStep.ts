import { cachesOpenedBy } from "../../core/reach/openedCaches";
import { ruleText } from "../../core/rules/ruleText";
import type { PickManyEntry } from "../../ui/ui";
import type { Services } from "../command";
import { lookFor } from "../vpc/look";
import type { RulesItem } from "./makeEach";
import type { AuthorizePlace } from "./places";

interface Planned {
  readonly place: AuthorizePlace;
  readonly item: RulesItem;
}

/** The plan in one list with check boxes: what each rule opens, and what is there already. */
export async function askPlan(
  planned: readonly Planned[],
  services: Services,
): Promise<readonly RulesItem[] | "cancelled"> {
  const answer = await services.ui.pickMany<RulesItem>({
    at: { title: "Authorize VPC Ingress: the plan" },
    placeholder: "The rules to make. Enter makes what is checked, Escape sends nothing",
    items: planned.map((each) => entry(each, services)),
    atLeastOne: true,
  });
  return answer.kind === "answer" ? answer.value : "cancelled";
}

function entry({ place, item }: Planned, { state }: Services): PickManyEntry<RulesItem> {
  const { target, groupId, cache } = place;
  const there = state.vpc.rules(target, groupId) ?? [];
  const isThere = lookFor(item.rules, there).missing.length === 0;
  const all = state.caches.get(target).value ?? [];
  const known = state.vpc.facts(target).prefixLists;
  const ids = cachesOpenedBy(all, groupId, item.rules, cache, known).map(({ id }) => id);
  return {
    label: state.vpc.group(target, groupId)?.name ?? groupId,
    description: item.rules.map((rule) => ruleText(rule)).join(", "),
    detail: isThere ? "there already" : `opens ${ids.join(", ")}`,
    picked: !isThere,
    ...(isThere ? { fixed: true } : {}),
    value: item,
  };
}
