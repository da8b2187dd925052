import { firstSentence } from "../../core/failures/failures";
import { type PlannedIngress, planIngress, type Verdict } from "../../core/ingressPlan";
import type { PickManyEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { readAgain } from "../many/runBatch";
import { type AuthorizeManyContext, itemsOf } from "./context";

/** Shows what is to be done, what is so already and what cannot be, with a box to leave each of the first out. */
export const planStep: Step<AuthorizeManyContext> = {
  field: "plan",
  isNeeded: () => true,
  async ask(context, at, ui) {
    const { services } = context;
    const items = itemsOf(context);
    const plan = readAgain(items, services).then(() =>
      planIngress(items, (target) => services.state.groups.get(target)),
    );
    const answer = await ui.pickMany<PlannedIngress>({
      at: { ...at, title: `${at.title}: review` },
      placeholder: "Enter authorizes what is checked, Escape sends nothing",
      items: [],
      later: plan.then(entries),
    });
    if (answer.kind !== "answer") {
      return answer.kind;
    }
    const alreadySo = (await plan).filter(({ verdict }) => verdict.kind === "alreadySo");
    context.plan = [...answer.value, ...alreadySo];
    return "next";
  },
};

const sections = [
  { kind: "toDo", heading: "to do", icon: "add" },
  { kind: "alreadySo", heading: "already so", icon: "pass" },
  { kind: "impossible", heading: "impossible", icon: "error" },
] as const satisfies readonly {
  readonly kind: Verdict["kind"];
  readonly heading: string;
  readonly icon: string;
}[];

function entries(plan: readonly PlannedIngress[]): readonly PickManyEntry<PlannedIngress>[] {
  return sections.flatMap(({ kind, heading, icon }) => {
    const those = plan.filter(({ verdict }) => verdict.kind === kind);
    return those.length === 0
      ? []
      : [{ separator: `${heading}: ${those.length}` }, ...those.map((planned) => entry(planned, icon))];
  });
}

function entry(planned: PlannedIngress, icon: string): PickManyEntry<PlannedIngress> {
  const { item, verdict } = planned;
  const why =
    verdict.kind === "alreadySo"
      ? `The status is ${verdict.status}`
      : verdict.kind === "impossible"
        ? firstSentence(verdict.failure.message)
        : undefined;
  return {
    label: `${item.ec2SecurityGroupName} into ${item.cacheSecurityGroupName}`,
    description: `of ${item.ec2SecurityGroupOwnerId} · ${item.profile} · ${item.region}`,
    ...(why === undefined ? {} : { detail: why }),
    icon,
    picked: verdict.kind === "toDo",
    fixed: verdict.kind !== "toDo",
    value: planned,
  };
}
