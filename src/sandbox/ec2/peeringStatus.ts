import type { Call } from "../service";
import { activePeering } from "./network";
import type { Rule, RuleSource } from "./rule";

type GroupSource = Extract<RuleSource, { kind: "group" }>;

/**
 * `active` or `deleted` for a group that another VPC's peering connection leads to, nothing for a group of
 * the same VPC. A reference whose group or connection is gone is stale: it stays in the rule and lets nobody in.
 */
export function peeringStatus(call: Call, source: GroupSource): "active" | "deleted" | undefined {
  if (source.peering === undefined) {
    return undefined;
  }
  const { connectionId } = source.peering;
  const connection = call.state.ec2.peerings.find(({ id }) => id === connectionId);
  const exists = call.stateOf(source.ownerId)?.ec2.groups.has(source.groupId) ?? false;
  return exists && connection?.status === "active" ? "active" : "deleted";
}

export function isStale(call: Call, rule: Rule): boolean {
  return rule.source.kind === "group" && peeringStatus(call, rule.source) === "deleted";
}

/** What a rule in `vpcId` has to remember of a group in another VPC, or nothing where no connection leads there. */
export function peeringTo(call: Call, vpcId: string, otherVpcId: string): GroupSource["peering"] {
  const connection = activePeering(call.state.ec2.peerings, vpcId, otherVpcId);
  return connection === undefined ? undefined : { vpcId: otherVpcId, connectionId: connection.id };
}
