import { type CommandResult, cancelled } from "../../core/commandResult";
import { runWizard, type Step } from "../../ui/wizard";
import { type AuthorizeVpcContext, rulesOf } from "../authorizeVpcIngress/context";
import { descriptionStep } from "../authorizeVpcIngress/descriptionStep";
import { givenVpcIngress } from "../authorizeVpcIngress/given";
import { ruleTags } from "../authorizeVpcIngress/ruleTags";
import { sourceStep } from "../authorizeVpcIngress/sourceStep";
import type { Params, Services } from "../command";
import { invalidParameter } from "../params";
import { targetOf } from "../steps/targetStep";
import { refuse } from "../tellFailure";
import { makeEach, type RulesItem } from "./makeEach";
import { type AuthorizePlace, placesOf } from "./places";
import { askPlan } from "./planStep";

const steps: readonly Step<AuthorizeVpcContext>[] = [sourceStep, descriptionStep];
const title = "Authorize VPC Ingress";

/** Lets one source in to several caches, each on its own ports: asked once, planned, run as one. */
export async function authorizeSeveral(
  items: readonly Params[],
  params: Params,
  services: Services,
): Promise<CommandResult> {
  const places = await placesOf(items, services);
  if (!places.ok) {
    return refuse(places.failure, services);
  }
  const [first] = places.value;
  if (!first) {
    return refuse(invalidParameter("items", "There is no cache and no group in it"), services);
  }
  const { items: _, cacheId: __, cacheKind: ___, securityGroupId: ____, ...rest } = params;
  const given = await givenVpcIngress({ ...rest, ...first.target }, services);
  if (!given.ok) {
    return refuse(given.failure, services);
  }
  const context: AuthorizeVpcContext = {
    services,
    ...first.target,
    securityGroupId: first.groupId,
    given: { ...given.value, securityGroupId: first.groupId },
    ...(given.value.source ? { source: given.value.source } : {}),
    ...(given.value.description === undefined ? {} : { description: given.value.description }),
  };
  const interactive = given.value.source === undefined;
  if (interactive && (await runWizard(title, steps, context, services.ui)) === "cancelled") {
    return cancelled;
  }
  await services.state.accounts.load(targetOf(context));
  const planned = places.value.map((place) => ({ place, item: itemFor(place, context, interactive) }));
  const chosen = interactive ? await askPlan(planned, services) : planned.map(({ item }) => item);
  return chosen === "cancelled" ? cancelled : makeEach(chosen, interactive, services);
}

/** The rules for one group: the same source and description, its own ports. */
function itemFor(place: AuthorizePlace, context: AuthorizeVpcContext, interactive: boolean): RulesItem {
  const { ports, ...given } = context.given;
  const own: AuthorizeVpcContext = {
    ...context,
    given: { ...given, ...(ports ? { ports } : {}) },
    securityGroupId: place.groupId,
    chosenPorts: place.ports,
    ...(place.cache ? { cache: place.cache } : {}),
  };
  return {
    ...place.target,
    groupId: place.groupId,
    rules: rulesOf(own),
    tags: ruleTags(context, interactive),
    tagsAreWanted: given.tags !== undefined,
  };
}
