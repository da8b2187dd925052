import { authorizeManyGrants } from "../../changes/grants";
import { runChange } from "../../changes/run";
import type { CommandResult } from "../../core/commandResult";
import type { Outcome } from "../../core/outcome";
import { givenEnd } from "../../store/given/expires";
import { grantItems } from "../../store/given/grantItems";
import { givenWhere, givenWheres, namesGroupsOnly } from "../../store/given/where";
import type { Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { askAndRun, oneOrMany, withRead } from "../heads";
import { flowTitle } from "../steps/flowTitle";
import { withEnds } from "../steps/reviewEnds";
import { type AuthorizeManyContext, targetsOf } from "./context";
import { groupsStep } from "./groupsStep";
import { planStep } from "./planStep";
import { sourcesStep } from "./sourcesStep";
import { targetsStep } from "./targetsStep";

const steps: readonly Step<AuthorizeManyContext>[] = [
  targetsStep,
  groupsStep,
  sourcesStep,
  withEnds(planStep, targetsOf),
];

/**
 * Lets many in at once. `items` that are complete are authorized without a question; those that name groups or
 * targets alone, as selected rows do, are where the flow begins, as is a group or a target of the params' own.
 */
export const authorizeMany: Command = {
  id: "authorizeMany",
  changes: true,
  several: "sameKind",
  run: (params, services) =>
    oneOrMany(
      params,
      () => askAndAuthorize(givenWhere(params, services.state), params, services),
      (items) =>
        namesGroupsOnly(items)
          ? askAndAuthorize(givenWheres(items, services.state), params, services)
          : withRead(grantItems(items, params, services.state), (grants) => {
              const how = { interactive: false, many: true };
              return runChange(authorizeManyGrants(services), grants, how, services);
            }),
    ),
};

function askAndAuthorize(
  given: Promise<Outcome<AuthorizeManyContext["given"]>>,
  params: Params,
  services: Services,
): Promise<CommandResult> {
  return withRead(given, (known) =>
    withRead(givenEnd(params, {}, services.state), (end) => {
      const start: AuthorizeManyContext = { services, given: known, ...(end ? { expires: end } : {}) };
      return askAndRun(
        () => titleOf(start),
        steps,
        start,
        ({ plan = [], expires }) => {
          const planned = plan.map((each) => (expires ? { ...each, item: { ...each.item, expires } } : each));
          const items = planned.map(({ item }) => item);
          const how = { interactive: true, many: true, planned };
          return runChange(authorizeManyGrants(services), items, how, services);
        },
      );
    }),
  );
}

function titleOf(context: AuthorizeManyContext): string {
  const groups = context.given.groups ?? context.groups;
  const [only, ...others] = groups ?? [];
  const to = only && (others.length === 0 ? only.cacheSecurityGroupName : `${others.length + 1} groups`);
  return flowTitle(
    "Authorize Many",
    to && `into ${to}`,
    groups ?? context.given.targets ?? context.targets ?? [],
  );
}
