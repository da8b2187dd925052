import type { Rule } from "../core/rules/rule";
import type { VpcFacts } from "./vpcFacts";

/** The groups of which some rule is explained otherwise than before; `undefined` where any may be. */
export function groupsToldAnew(
  before: VpcFacts,
  after: VpcFacts,
  rules: readonly Rule[],
): readonly string[] | undefined {
  if (told(before) !== told(after)) {
    return undefined;
  }
  const anew = rules.filter((rule) => toldOf(rule, before) !== toldOf(rule, after));
  return [...new Set(anew.map(({ groupId }) => groupId))];
}

/** What is said at every rule. */
function told({ failures, interfaces }: VpcFacts): string {
  return JSON.stringify([failures.map(({ action }) => action), interfaces.complete]);
}

function toldOf({ source, groupId }: Rule, facts: VpcFacts): string {
  switch (source.kind) {
    case "securityGroup": {
      const { groupId: sourceId } = source;
      return JSON.stringify([
        facts.sources.get(sourceId),
        facts.interfaces.counts.get(sourceId),
        facts.stale.some((each) => each.groupId === groupId && each.sourceId === sourceId),
      ]);
    }
    case "prefixList": {
      const { lists, entries } = facts.prefixLists;
      const { prefixListId } = source;
      const blocks = entries.get(prefixListId)?.map(({ text }) => text);
      return JSON.stringify([lists.find(({ id }) => id === prefixListId), blocks]);
    }
    case "cidrIp":
    case "cidrIpv6":
    case "unknown":
      return "";
  }
}
