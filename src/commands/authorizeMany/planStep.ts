import { authorizeGrants } from "../../changes/grants";
import { distinctBy } from "../../core/distinct";
import { joined } from "../../core/joined";
import type { Step } from "../../ui/wizard";
import { planList } from "../steps/planList";
import { type AuthorizeManyContext, ingressesOf, type PlannedGrant } from "./context";

/** Shows what is to be done, what is so already and what cannot be, with a box to leave each of the first out. */
export const planStep: Step<AuthorizeManyContext> = {
  field: "plan",
  isNeeded: () => true,
  async ask(context, at, ui) {
    const change = authorizeGrants(context.services);
    const looked = change.look(distinctBy(change.key, ingressesOf(context)));
    const answer = await ui.pickMany<PlannedGrant>({
      at: { ...at, title: `${at.title}: review` },
      placeholder: "Enter authorizes what is checked, Escape sends nothing",
      items: looked.then((plan) =>
        planList(plan, ({ item }) => ({
          key: change.key(item),
          label: `${item.ec2SecurityGroupName} into ${item.cacheSecurityGroupName}`,
          description: joined(`of ${item.ec2SecurityGroupOwnerId}`, item.profile, item.region),
        })),
      ),
    });
    if (answer.kind !== "answer") {
      return answer.kind;
    }
    const alreadySo = (await looked).filter(({ verdict }) => verdict.kind === "alreadySo");
    context.plan = [...answer.value, ...alreadySo];
    return "next";
  },
};
