import type { Verdict } from "../../changes/change";
import { authorizeRules } from "../../changes/rules";
import type { RulesItem } from "../../changes/rulesItem";
import { runChange } from "../../changes/run";
import type { CommandResult } from "../../core/commandResult";
import type { Rule } from "../../core/rules/rule";
import { prepareGroup } from "../../store/given/prepareGroup";
import { givenVpcIngress } from "../../store/given/vpcIngress";
import { ruleTags } from "../../store/ruleTags";
import type { Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { askAndRun, oneOrMany, withRead } from "../heads";
import { flowTitle } from "../steps/flowTitle";
import { withEnds } from "../steps/reviewEnds";
import { knownTarget, targetOf, targetStep } from "../steps/targetStep";
import { groupName } from "../vpc/groupContext";
import { vpcGroupStep } from "../vpc/vpcGroupStep";
import { authorizeInMany } from "./authorizeInMany";
import { type AuthorizeVpcContext, knownPorts, rulesItemOf } from "./context";
import { descriptionStep } from "./descriptionStep";
import { portsStep } from "./portsStep";
import { reviewStep } from "./reviewStep";
import { sourceStep } from "./sourceStep";

const steps: readonly Step<AuthorizeVpcContext>[] = [
  targetStep,
  vpcGroupStep("The cache that is to let somebody in, by one of its security groups"),
  sourceStep,
  portsStep,
  descriptionStep,
  withEnds(reviewStep, (context) => [targetOf(context)]),
];

/** Lets somebody in to caches through their VPC security groups. */
export const authorizeVpcIngress: Command = {
  id: "authorizeVpcIngress",
  changes: true,
  several: "sameKind",
  run: (params, services) =>
    oneOrMany(
      params,
      () => authorizeOne(params, services),
      (items) => authorizeInMany(items, params, services),
    ),
};

function authorizeOne(params: Params, services: Services): Promise<CommandResult> {
  return withRead(givenVpcIngress(params, services), (given) =>
    withRead(prepareGroup(given, services), (prepared) => {
      const { ports: _, ...answers } = given;
      const context: AuthorizeVpcContext = {
        services,
        given: { ...given, ...prepared },
        ...answers,
        ...prepared,
      };
      // An explanation has filled everything in, and leaves the review to the user.
      if (isComplete(context) && params["review"] !== true) {
        return send(context, false);
      }
      // A source that AWS refuses is asked for again.
      return askAndRun(
        () => titleOf(context),
        steps,
        context,
        () => send(context, true),
        ({ kind }) =>
          sourceStep.isNeeded(context) && (kind === "invalidParameter" || kind === "notFound")
            ? sourceStep.field
            : undefined,
      );
    }),
  );
}

function titleOf(context: AuthorizeVpcContext): string {
  const to = context.securityGroupId === undefined ? undefined : `to ${groupName(context)}`;
  return flowTitle("Authorize VPC Ingress", to, [knownTarget(context)]);
}

/** Whether nothing has to be asked. Ports that are the cache's own need no asking. */
function isComplete(context: AuthorizeVpcContext): boolean {
  const { profile, region, securityGroupId, source } = context.given;
  return [profile, region, securityGroupId, source, knownPorts(context)].every((each) => each !== undefined);
}

function send(context: AuthorizeVpcContext, interactive: boolean): Promise<CommandResult> {
  const { services, reviewed, given } = context;
  const tags = reviewed?.tags ?? ruleTags(targetOf(context), given.tags, interactive, services);
  const item: RulesItem = { ...rulesItemOf(context, tags), isPermitted: reviewed?.tags !== undefined };
  const { alreadySo } = reviewed ?? {};
  const verdict: Verdict<readonly Rule[]> = {
    kind: "alreadySo",
    why: "There already",
    answer: alreadySo ?? [],
  };
  const how = { interactive, ...(alreadySo ? { planned: [{ item, verdict }] } : {}) };
  return runChange(authorizeRules(services), [item], how, services);
}
