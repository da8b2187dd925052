import type { RuleItem } from "../../changes/revokeQuestion";
import type { RulesItem } from "../../changes/rulesItem";
import type { IngressItem } from "../../core/cacheSecurityGroups/items";
import { cachesOpenedBy, isOpenedKnown } from "../../core/reach/openedCaches";
import { widthWarnings, withoutEffect } from "../../core/reach/ruleDangers";
import type { KnownPrefixLists } from "../../core/rules/prefixLists";
import type { ReadContent, RuleContent } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import { managedBy } from "../../core/rules/vpcSecurityGroup";
import type { Target } from "../../core/target";
import { knownPrefixLists } from "../../store/knownPrefixLists";
import { sourceNames } from "../../store/ruleNames";
import type { AgentServices } from "../services";

/** What an item of a plan comes to, for whoever is to say yes to it. */
export interface ItemWords {
  /** Who may reach what, through what. */
  readonly text: string;
  readonly warnings: readonly string[];
  /** The caches that are reached through it, where all of them are known. */
  readonly caches?: readonly string[];
  /** When it ends, as it was asked for. */
  readonly expires?: string;
}

export function grantWords(isAuthorized: boolean): (item: IngressItem) => Promise<ItemWords> {
  return async ({ cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId, region }) => {
    const who = `EC2 security group ${ec2SecurityGroupName} of account ${ec2SecurityGroupOwnerId}`;
    return isAuthorized
      ? {
          text: `${who} will reach the caches in ${cacheSecurityGroupName}`,
          warnings: [`The EC2 security group must be in ${region} too, like the caches`],
        }
      : { text: `${who} will not reach the caches in ${cacheSecurityGroupName} any more`, warnings: [] };
  };
}

/** Rules that are to be made: whom they let in to which caches, as far as that is known. */
export async function newRulesWords(item: RulesItem, services: AgentServices): Promise<ItemWords> {
  const { state } = services;
  const { groupId, rules } = item;
  const [aws] = await Promise.all([services.aws(), state.vpc.load(item)]);
  const { known, failures } = await knownPrefixLists(item, rules, state, aws);
  const opened = openedBy(item, rules, known, services);
  const around = {
    groupId,
    rulesOf: (id: string) => state.vpc.rules(item, id),
    caches: state.caches.get(item).value ?? [],
    there: state.vpc.rules(item, groupId),
    known,
  };
  const group = state.vpc.group(item, groupId);
  const maker = group && managedBy(group);
  return {
    ...opened,
    text: `${rules.map((rule) => contentText(item, rule, services)).join(" and ")} will reach ${reached(opened)} through ${groupText(item, services)}`,
    warnings: [
      ...widthWarnings(rules, around),
      ...withoutEffect(rules, around),
      ...(maker === undefined
        ? []
        : [`The security group is made by ${maker}: it may undo a change by hand`]),
      ...failures.map(({ message }) => message),
    ],
  };
}

/** A rule that is to go, and what is not reached through it any more. */
export async function goneRuleWords(item: RuleItem, services: AgentServices): Promise<ItemWords> {
  const { rule } = item;
  const group = groupText(item, services);
  if (!rule) {
    return {
      text: `Rule ${item.ruleId} of ${group} will be gone`,
      warnings: ["What the rule says could not be read, so it cannot be made again by Undo"],
    };
  }
  await services.state.vpc.load(item);
  const opened = openedBy(item, [rule], services.state.vpc.facts(item).prefixLists, services);
  return {
    ...opened,
    text: `${contentText(item, rule, services)} will not reach ${reached(opened)} through ${group} any more`,
    warnings: ["Other rules may still let the same source in"],
  };
}

/** Absent where not all caches are known that have the group. */
function openedBy(
  item: Target & { readonly groupId: string } & Pick<RulesItem, "cache">,
  rules: readonly ReadContent[],
  known: KnownPrefixLists,
  { state }: AgentServices,
): Pick<ItemWords, "caches"> {
  const { value, failures } = state.caches.get(item);
  return value !== undefined && failures.length === 0 && isOpenedKnown(value, item.groupId)
    ? { caches: cachesOpenedBy(value, item.groupId, rules, item.cache, known).map(({ id }) => id) }
    : {};
}

function reached({ caches }: Pick<ItemWords, "caches">): string {
  if (caches === undefined) {
    return "caches that are not all known";
  }
  return caches.length === 0 ? "no cache here" : caches.join(", ");
}

function contentText(
  item: Target & { readonly groupId: string },
  rule: ReadContent | RuleContent,
  { state: { vpc } }: AgentServices,
): string {
  return ruleText(rule, sourceNames(vpc, item, { ...rule, id: undefined, groupId: item.groupId, tags: {} }));
}

function groupText(
  { groupId, ...target }: Target & { readonly groupId: string },
  { state: { vpc } }: AgentServices,
): string {
  const name = vpc.group(target, groupId)?.name;
  return name === undefined ? groupId : `${name} (${groupId})`;
}
