import type { Judged } from "../../changes/change";
import type { RulesItem } from "../../changes/rules";
import { firstSentence } from "../../core/failures/failures";
import { cachesOpenedBy, isOpenedKnown } from "../../core/reach/openedCaches";
import { type Rule, ruleKey } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import { entryKey } from "../../ui/entryKey";
import type { PickManyEntry } from "../../ui/ui";
import type { Services } from "../command";

type Planned = Judged<RulesItem, readonly Rule[]>;

/** The plan in one list with check boxes: what each rule opens, what is there already, what cannot be. */
export async function askPlan(
  plan: Promise<readonly Planned[]>,
  services: Services,
): Promise<readonly Planned[] | "cancelled"> {
  const answer = await services.ui.pickMany<Planned>({
    at: { title: "Authorize VPC Ingress: the plan" },
    placeholder: "The rules to make. Enter makes what is checked, Escape sends nothing",
    items: plan.then((planned) => planned.map((each) => entry(each, services))),
    atLeastOne: true,
  });
  return answer.kind === "answer" ? answer.value : "cancelled";
}

function entry(planned: Planned, { state }: Services): PickManyEntry<Planned> {
  const { item, verdict } = planned;
  const { groupId, rules } = item;
  const isOpen = verdict.kind === "toDo" || verdict.kind === "notKnown";
  return {
    key: entryKey("rules", groupId, ...rules.map(ruleKey)),
    label: state.vpc.group(item, groupId)?.name ?? groupId,
    description: rules.map((rule) => ruleText(rule)).join(", "),
    detail: detail(planned, state),
    picked: isOpen,
    ...(isOpen ? {} : { fixed: true }),
    value: planned,
  };
}

function detail({ item, verdict }: Planned, { caches, vpc }: Services["state"]): string {
  if (verdict.kind === "alreadySo") {
    return "there already";
  }
  if (verdict.kind === "impossible") {
    return firstSentence(verdict.failure.message);
  }
  const { value, failures } = caches.get(item);
  const known = vpc.facts(item).prefixLists;
  const opened = cachesOpenedBy(value ?? [], item.groupId, item.rules, item.cache, known);
  const ids = opened.map(({ id }) => id);
  if (value !== undefined && failures.length === 0 && isOpenedKnown(value, item.groupId)) {
    return `opens ${ids.length === 0 ? "no cache here" : ids.join(", ")}`;
  }
  return `opens ${[...ids, "perhaps others, of which not all is known"].join(", ")}`;
}
