import { type CacheName, cacheKey, kindWords, portsText } from "../../core/caches/cache";
import { firstSentence } from "../../core/failures/failures";
import type { PickManyEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import { cachesInVpc, type PlanContext } from "./context";

/** Asks for the caches that are to let in whom the grants let in. */
export const cachesStep: Step<PlanContext> = {
  field: "caches",
  isNeeded: ({ given }) => given.caches === undefined,
  async ask(context, at, ui) {
    const { caches } = context.services.state;
    const answer = await ui.pickMany<CacheName>({
      at,
      placeholder: `The caches that are to let in whom ${context.cacheSecurityGroupName} lets in`,
      items: caches.load(targetOf(context)).then(() => entries(context)),
      atLeastOne: true,
    });
    return takeAnswer(answer, (chosen) => {
      context.caches = chosen;
    });
  },
};

function entries(context: PlanContext): readonly PickManyEntry<CacheName>[] {
  const { failures } = context.services.state.caches.get(targetOf(context));
  const before = context.caches ?? [];
  const shown = cachesInVpc(context);
  const none = shown.length === 0 && failures.length === 0 ? ["No cache here has a VPC security group"] : [];
  return [
    ...[...failures.map(({ message }) => firstSentence(message)), ...none].map((separator) => ({
      separator,
    })),
    ...shown.map(({ kind, id, engine, ports }) => ({
      key: cacheKey({ kind, id }),
      label: id,
      description: [engine, kindWords(kind), portsText({ ports })].join(" · "),
      icon: "database",
      picked: before.some((each) => each.kind === kind && each.id === id),
      value: { kind, id },
    })),
  ];
}
