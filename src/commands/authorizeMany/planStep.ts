import type { Judged, Verdict } from "../../changes/change";
import { distinctBy } from "../../changes/distinct";
import { authorizeGrants } from "../../changes/grants";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { IngressItem } from "../../core/cacheSecurityGroups/items";
import { firstSentence } from "../../core/failures/failures";
import type { PickManyEntry, PickManyItem } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { type AuthorizeManyContext, ingressesOf } from "./context";

type Planned = Judged<IngressItem, CacheSecurityGroup>;

/** Shows what is to be done, what is so already and what cannot be, with a box to leave each of the first out. */
export const planStep: Step<AuthorizeManyContext> = {
  field: "plan",
  isNeeded: () => true,
  async ask(context, at, ui) {
    const change = authorizeGrants(context.services);
    const plan = change.look(distinctBy(change.key, ingressesOf(context)));
    const answer = await ui.pickMany<Planned>({
      at: { ...at, title: `${at.title}: review` },
      placeholder: "Enter authorizes what is checked, Escape sends nothing",
      items: plan.then((planned) => entries(planned, change.key)),
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
  { kinds: ["toDo", "notKnown"], heading: "to do", icon: "add" },
  { kinds: ["alreadySo"], heading: "already so", icon: "pass" },
  { kinds: ["impossible"], heading: "impossible", icon: "error" },
] as const satisfies readonly {
  readonly kinds: readonly Verdict["kind"][];
  readonly heading: string;
  readonly icon: string;
}[];

function entries(
  plan: readonly Planned[],
  keyOf: (item: IngressItem) => string,
): readonly PickManyEntry<Planned>[] {
  return sections.flatMap(({ kinds, heading, icon }) => {
    const those = plan.filter(({ verdict }) => kinds.some((kind) => kind === verdict.kind));
    return those.length === 0
      ? []
      : [
          { separator: `${heading}: ${those.length}` },
          ...those.map((planned) => ({ key: keyOf(planned.item), ...entry(planned, icon) })),
        ];
  });
}

function entry(planned: Planned, icon: string): Omit<PickManyItem<Planned>, "key"> {
  const { item, verdict } = planned;
  const isOpen = verdict.kind === "toDo" || verdict.kind === "notKnown";
  const why = reason(verdict);
  return {
    label: `${item.ec2SecurityGroupName} into ${item.cacheSecurityGroupName}`,
    description: `of ${item.ec2SecurityGroupOwnerId} · ${item.profile} · ${item.region}`,
    ...(why === undefined ? {} : { detail: why }),
    icon,
    picked: isOpen,
    fixed: !isOpen,
    value: planned,
  };
}

function reason(verdict: Verdict): string | undefined {
  switch (verdict.kind) {
    case "toDo":
      return undefined;
    case "alreadySo":
      return verdict.why;
    case "impossible":
      return firstSentence(verdict.failure.message);
    case "notKnown":
      return `Whether it is let in already is not known. ${firstSentence(verdict.failure.message)}`;
  }
}
