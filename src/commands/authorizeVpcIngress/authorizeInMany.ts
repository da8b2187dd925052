import { authorizeRules, type RulesItem } from "../../changes/rules";
import { runChange } from "../../changes/run";
import { type CommandResult, cancelled, failedResult } from "../../core/commandResult";
import { distinctBy } from "../../core/distinct";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { sourceFailure } from "../../core/rules/sourceFailure";
import { type GroupOfRow, groupsOfRows } from "../../store/given/groupsOfRows";
import { givenVpcIngress } from "../../store/given/vpcIngress";
import { ruleTags } from "../../store/ruleTags";
import type { Step } from "../../ui/wizard";
import type { Params, Services } from "../command";
import { askAndRun, withRead } from "../heads";
import { type AuthorizeVpcContext, rulesOf } from "./context";
import { descriptionStep } from "./descriptionStep";
import { askPlan } from "./planStep";
import { sourceStep } from "./sourceStep";

const steps: readonly Step<AuthorizeVpcContext>[] = [sourceStep, descriptionStep];

/** Lets one source in to many caches, each on its own ports: asked once, planned, run as one. */
export function authorizeInMany(
  items: readonly Params[],
  params: Params,
  services: Services,
): Promise<CommandResult> {
  return withRead(groupsOfRows(items, services), ([first, ...others]) => {
    if (!first) {
      return Promise.resolve(failedResult(invalidParameter("items", "There is no cache and no group in it")));
    }
    const groups = [first, ...others];
    const { items: _, cacheId: __, cacheKind: ___, securityGroupId: ____, ...rest } = params;
    return withRead(givenVpcIngress({ ...rest, ...first.target }, services), (given) => {
      const { ports: _____, ...answers } = given;
      const context: AuthorizeVpcContext = {
        services,
        ...answers,
        ...first.target,
        securityGroupId: first.groupId,
        given: { ...given, securityGroupId: first.groupId },
      };
      const interactive = given.source === undefined;
      return askAndRun("Authorize VPC Ingress", interactive ? steps : [], context, () => {
        const wrong = sourceFailure(
          context.source,
          groups.map(({ target: each }) => each),
        );
        return wrong ? failedResult(wrong) : authorize(context, groups, interactive);
      });
    });
  });
}

async function authorize(
  context: AuthorizeVpcContext,
  groups: readonly GroupOfRow[],
  interactive: boolean,
): Promise<CommandResult> {
  const { services } = context;
  await Promise.all(groups.map(({ target }) => services.state.accounts.load(target)));
  const change = authorizeRules(services);
  const items = distinctBy(
    change.key,
    groups.map((group) => itemFor(group, context, interactive)),
  );
  if (!interactive) {
    return runChange(change, items, { interactive, many: true }, services);
  }
  const planned = await askPlan(change.look(items), services);
  return planned === "cancelled"
    ? cancelled
    : runChange(
        change,
        planned.map(({ item }) => item),
        { interactive, many: true, planned },
        services,
      );
}

/** The rules for one group: the same source and description, its own ports. */
function itemFor(group: GroupOfRow, context: AuthorizeVpcContext, interactive: boolean): RulesItem {
  const { given, services } = context;
  const { target, groupId, ports, cache } = group;
  const own: AuthorizeVpcContext = {
    ...context,
    ...target,
    given: { ...given, ...target },
    securityGroupId: groupId,
    chosenPorts: ports,
    ...(cache ? { cache } : {}),
  };
  return {
    ...target,
    groupId,
    rules: rulesOf(own),
    tags: ruleTags(target, given.tags, interactive, services),
    tagsAreWanted: given.tags !== undefined,
    ...(context.expires ? { expires: context.expires } : {}),
    ...(cache ? { cache: { kind: cache.kind, id: cache.id } } : {}),
  };
}
