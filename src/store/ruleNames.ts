import { isStaleReference, type Rule } from "../core/rules/rule";
import type { SourceNames } from "../core/rules/ruleText";
import type { Target } from "../core/target";
import type { VpcStore } from "./vpcStore";

type Groups = Pick<VpcStore, "group">;

/** What is known of a rule's source beyond its id. */
export function sourceNames(vpc: VpcStore, target: Target, { source, groupId }: Rule): SourceNames {
  const own = vpc.group(target, groupId)?.ownerId;
  const account = own ? { ownAccount: own } : {};
  if (source.kind === "securityGroup") {
    const name = vpc.group(target, source.groupId)?.name;
    return { ...account, ...(name === undefined ? {} : { groupName: name }) };
  }
  if (source.kind === "prefixList") {
    const list = vpc.facts(target).prefixLists.lists.find(({ id }) => id === source.prefixListId);
    return { ...account, ...(list?.name ? { prefixListName: list.name } : {}) };
  }
  return account;
}

/** A group's name; its id where the name is not known. */
export function vpcGroupName(vpc: Groups, target: Target, groupId: string): string {
  return vpc.group(target, groupId)?.name ?? groupId;
}

/** `sessions-cache (sg-0a1b…)`, or the id alone where the name is not known. */
export function vpcGroupWords(vpc: Groups, target: Target, groupId: string): string {
  const name = vpc.group(target, groupId)?.name;
  return name === undefined ? groupId : `${name} (${groupId})`;
}

/** Whether the group that a rule names is gone or out of reach, by the rule itself or by EC2's own list. */
export function isStaleRule(vpc: VpcStore, target: Target, rule: Rule): boolean {
  const { source, groupId } = rule;
  return (
    isStaleReference(rule) ||
    (source.kind === "securityGroup" &&
      vpc.facts(target).stale.some((each) => each.groupId === groupId && each.sourceId === source.groupId))
  );
}
