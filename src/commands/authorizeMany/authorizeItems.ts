import type { Ended, IngressItem, ItemOutcome } from "../../core/batchItem";
import type { CommandResult } from "../../core/commandResult";
import { type PlannedIngress, planIngress, type Verdict } from "../../core/ingressPlan";
import type { Services } from "../command";
import { authorizeEach } from "../many/authorizeEach";
import { endBatch } from "../many/endBatch";
import { inOrder, readAgain, runBatch } from "../many/runBatch";
import { revokeItems } from "../revokeIngress/revokeItems";
import { refuse } from "../tellFailure";

/** How a batch was come by: whether somebody is there to answer a guard. */
export interface AuthorizeHow {
  readonly interactive: boolean;
}

/** Authorizes many: looks what is there first, so that what is so already is not sent again. */
export async function authorizeItems(
  items: readonly IngressItem[],
  how: AuthorizeHow,
  services: Services,
): Promise<CommandResult> {
  await readAgain(items, services);
  const plan = planIngress(items, (target) => services.state.groups.get(target));
  return authorizePlanned(items, plan, how, services);
}

/** Authorizes what a plan says is to do. The result has an entry for each of the items, in their order. */
export async function authorizePlanned(
  items: readonly IngressItem[],
  plan: readonly PlannedIngress[],
  how: AuthorizeHow,
  services: Services,
): Promise<CommandResult> {
  const decided = plan.flatMap(({ item, verdict }): readonly Ended<IngressItem>[] => {
    const end = decision(verdict);
    return end ? [{ item, end }] : [];
  });
  const toDo = plan.filter(({ verdict }) => verdict.kind === "toDo").map(({ item }) => item);
  const ran = await runBatch({ change: authorizeEach, items: toDo, interactive: how.interactive }, services);
  if (!ran.ok) {
    return refuse(ran.failure, services);
  }
  const results = inOrder(items, [...decided, ...ran.value.results]);
  return endBatch(
    authorizeEach,
    { results, wasCancelled: ran.value.wasCancelled },
    {
      interactive: how.interactive,
      again: (some) => authorizeItems(some, { interactive: true }, services),
      undo: (done) => revokeItems(done, { interactive: true, look: true }, services),
    },
    services,
  );
}

/** What is known to become of an ingress without sending it. */
function decision(verdict: Verdict): ItemOutcome | undefined {
  switch (verdict.kind) {
    case "toDo":
      return undefined;
    case "alreadySo":
      return { outcome: "unchanged" };
    case "impossible":
      return { outcome: "failed", failure: verdict.failure };
  }
}
