import { type CommandResult, cancelled } from "../../core/commandResult";
import { ruleText } from "../../core/rules/ruleText";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command } from "../command";
import { itemsOf } from "../many/items";
import { targetOf, targetStep } from "../steps/targetStep";
import { refuse, tellFailure } from "../tellFailure";
import { groupIdOf, groupWords } from "../vpc/groupContext";
import { prepareGroup } from "../vpc/prepareGroup";
import { vpcGroupStep } from "../vpc/vpcGroupStep";
import { authorizeSeveral } from "../vpcMany/authorizeSeveral";
import { type AuthorizeVpcContext, knownPorts, rulesOf } from "./context";
import { descriptionStep } from "./descriptionStep";
import { executeAuthorizeVpc } from "./execute";
import { givenVpcIngress } from "./given";
import { portsStep } from "./portsStep";
import { reviewStep } from "./reviewStep";
import { ruleTags } from "./ruleTags";
import { sourceStep } from "./sourceStep";

const steps: readonly Step<AuthorizeVpcContext>[] = [
  targetStep(),
  vpcGroupStep("The cache that is to let somebody in, by one of its security groups"),
  sourceStep,
  portsStep,
  descriptionStep,
  reviewStep,
];

/** Lets somebody in to a cache through one of its VPC security groups. */
export const authorizeVpcIngress: Command = {
  id: "authorizeVpcIngress",
  changes: true,
  several: "sameKind",
  async run(params, services) {
    const items = itemsOf(params);
    if (!items.ok) {
      return refuse(items.failure, services);
    }
    if (items.value) {
      return authorizeSeveral(items.value, params, services);
    }
    const given = await givenVpcIngress(params, services);
    const prepared = given.ok ? await prepareGroup(given.value, services) : given;
    if (!given.ok || !prepared.ok) {
      const failure = given.ok ? prepared : given;
      return failure.ok ? cancelled : refuse(failure.failure, services);
    }
    const { ports: _, ...answers } = given.value;
    const context: AuthorizeVpcContext = {
      services,
      given: { ...given.value, ...prepared.value },
      ...answers,
      ...prepared.value,
    };
    return attempt(context, !isComplete(context));
  },
};

/** Whether nothing has to be asked. Ports that are the cache's own need no asking. */
function isComplete(context: AuthorizeVpcContext): boolean {
  const { profile, region, securityGroupId, source } = context.given;
  return [profile, region, securityGroupId, source, knownPorts(context)].every((each) => each !== undefined);
}

/** Asks, sends; a value that AWS refuses opens the flow again at its step, the others kept. */
async function attempt(context: AuthorizeVpcContext, interactive: boolean): Promise<CommandResult> {
  const { services } = context;
  let from: string | undefined;
  for (;;) {
    if (
      interactive &&
      (await runWizard("Authorize VPC Ingress", steps, context, services.ui, from)) === "cancelled"
    ) {
      return cancelled;
    }
    const result = await executeAuthorizeVpc(
      {
        target: targetOf(context),
        groupId: groupIdOf(context),
        rules: rulesOf(context),
        tags: context.reviewed?.tags ?? ruleTags(context, interactive),
        tagsAreWanted: context.given.tags !== undefined,
        reviewed: context.reviewed !== undefined,
        interactive,
        ...(context.cache ? { cache: context.cache } : {}),
      },
      services,
    );
    if (result.outcome === "unchanged") {
      tellUnchanged(context);
    }
    if (result.outcome !== "failed") {
      return result;
    }
    const { kind } = result.failure;
    tellFailure(result.failure, services, () => void attempt(context, interactive));
    const asksAgain = kind === "invalidParameter" || kind === "notFound";
    if (!interactive || !asksAgain || context.given.source !== undefined) {
      return result;
    }
    from = sourceStep.field;
  }
}

function tellUnchanged(context: AuthorizeVpcContext): void {
  const rules = rulesOf(context).map((rule) => ruleText(rule));
  void context.services.ui.tell({
    severity: "information",
    text: `${rules.join(", ")} was allowed by ${groupWords(context)} already`,
    actions: [],
  });
}
