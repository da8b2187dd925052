import { isOpen } from "../../changes/ask";
import type { Judged } from "../../changes/change";
import { authorizeRules } from "../../changes/rules";
import type { RulesItem } from "../../changes/rulesItem";
import { runChange } from "../../changes/run";
import { type CommandResult, cancelled, failedResult } from "../../core/commandResult";
import { distinctBy } from "../../core/distinct";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { count } from "../../core/plural";
import { sourceFailure } from "../../core/rules/sourceFailure";
import { targetAlone } from "../../core/target";
import { type GroupOfRow, groupsOfRows } from "../../store/given/groupsOfRows";
import { givenVpcIngress } from "../../store/given/vpcIngress";
import { knownPrefixLists } from "../../store/knownPrefixLists";
import { vpcGroupName } from "../../store/ruleNames";
import { ruleTags } from "../../store/ruleTags";
import type { Step } from "../../ui/wizard";
import type { Params, Services } from "../command";
import { askAndRun, withRead } from "../heads";
import { flowTitle } from "../steps/flowTitle";
import { endsUi } from "../steps/reviewEnds";
import { askEverybody, type Opening, openingOf } from "./askEverybody";
import { type AuthorizeVpcContext, rulesItemOf } from "./context";
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
        ...(groups.length > 1 ? { many: manyWords(groups) } : {}),
        securityGroupId: first.groupId,
        given: { ...given, securityGroupId: first.groupId },
      };
      const interactive = given.source === undefined;
      return askAndRun(titleOf(groups), interactive ? steps : [], context, () => {
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
  const { services, given } = context;
  await Promise.all(groups.map(({ target }) => services.state.accounts.load(target)));
  const change = authorizeRules(services);
  const items = distinctBy(
    change.key,
    groups.map((group) => itemFor(group, context, interactive)),
  );
  if (!interactive) {
    return runChange(change, items, { interactive, many: true }, services);
  }
  const title = titleOf(groups);
  const targets = groups.map(({ target }) => target);
  const asking = given.expires ? services : { ...services, ui: endsUi(services.ui, targets, context) };
  for (;;) {
    const planned = await askPlan(change.look(items), title, asking);
    if (planned === "cancelled") {
      return cancelled;
    }
    // No leads back to the plan.
    if (await askEverybody(await openingsOf(planned, services), services)) {
      const { expires } = context;
      if (expires && !given.expires) {
        // Whether an end may be tagged is looked for with it.
        const ending = planned.map(({ item }) => ({ ...item, expires }));
        return runChange(change, ending, { interactive, many: true }, services);
      }
      return runChange(
        change,
        planned.map(({ item }) => item),
        { interactive, many: true, planned },
        services,
      );
    }
  }
}

function titleOf(groups: readonly GroupOfRow[]): string {
  return flowTitle(
    "Authorize VPC Ingress",
    `to ${manyWords(groups)}`,
    groups.map(({ target }) => target),
  );
}

/** Caches, where the rows are caches. */
function manyWords(groups: readonly GroupOfRow[]): string {
  const ofCaches = groups.every(({ cache }) => cache !== undefined);
  return count(groups.length, ofCaches ? "cache" : "security group");
}

/** What of the rules lets everybody in, by what the look has read. */
async function openingsOf(
  planned: readonly Judged<RulesItem, unknown>[],
  services: Services,
): Promise<readonly Opening[]> {
  const { caches, vpc } = services.state;
  const aws = await services.aws();
  const openings = await Promise.all(
    planned.filter(isOpen).map(async ({ item }) => {
      const { groupId, rules } = item;
      const target = targetAlone(item);
      const { known } = await knownPrefixLists(target, rules, services.state, aws);
      return openingOf(target, vpcGroupName(vpc, target, groupId), rules, {
        groupId,
        rulesOf: (id) => vpc.rules(target, id),
        caches: caches.get(target).value ?? [],
        there: vpc.rules(target, groupId),
        known,
      });
    }),
  );
  return openings.flatMap((opening) => opening ?? []);
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
  return rulesItemOf(own, ruleTags(target, given.tags, interactive, services));
}
