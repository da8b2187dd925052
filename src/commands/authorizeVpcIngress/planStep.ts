import { isOpen } from "../../changes/ask";
import type { Judged } from "../../changes/change";
import type { RulesItem } from "../../changes/rulesItem";
import { cachesOpenedBy, isOpenedKnown } from "../../core/reach/openedCaches";
import { type Rule, ruleKey } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import { vpcGroupName } from "../../store/ruleNames";
import type { State } from "../../store/state";
import { entryKey } from "../../ui/entryKey";
import type { Services } from "../command";
import { planList } from "../steps/planList";

type Planned = Judged<RulesItem, readonly Rule[]>;

/** The plan in one list with check boxes: what each rule opens, what is there already, what cannot be. */
export async function askPlan(
  plan: Promise<readonly Planned[]>,
  title: string,
  { state, ui }: Services,
): Promise<readonly Planned[] | "cancelled"> {
  const answer = await ui.pickMany<Planned>({
    at: { title: `${title}: the plan` },
    placeholder: "The rules to make. Enter makes what is checked, Escape sends nothing",
    items: plan.then((planned) => planList(planned, (each) => entry(each, state))),
    atLeastOne: true,
  });
  return answer.kind === "answer" ? answer.value : "cancelled";
}

function entry(planned: Planned, state: State) {
  const { item } = planned;
  const { groupId, rules } = item;
  return {
    key: entryKey("rules", groupId, ...rules.map(ruleKey)),
    label: vpcGroupName(state.vpc, item, groupId),
    description: rules.map((rule) => ruleText(rule)).join(", "),
    ...(isOpen(planned) ? { detail: opens(item, state) } : {}),
  };
}

function opens(item: RulesItem, { caches, vpc }: State): string {
  const { value, failures } = caches.get(item);
  const known = vpc.facts(item).prefixLists;
  const ids = cachesOpenedBy(value ?? [], item.groupId, item.rules, item.cache, known).map(({ id }) => id);
  if (value !== undefined && failures.length === 0 && isOpenedKnown(value, item.groupId)) {
    return `opens ${ids.length === 0 ? "no cache here" : ids.join(", ")}`;
  }
  return `opens ${[...ids, "perhaps others, of which not all is known"].join(", ")}`;
}
