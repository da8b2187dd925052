import { ApiError } from "../apiError";
import type { Params } from "../params";
import type { Call } from "../service";
import { notFound } from "./findSecurityGroup";
import { peeringTo } from "./peeringStatus";
import type { RuleSource } from "./rule";
import type { SecurityGroup } from "./securityGroup";

/**
 * The group that a rule of `target` is to let in: `GroupId`, with `UserId` where it is another account's,
 * or `GroupName` where it is in the same network. Groups of other regions are not found: they cannot be named.
 */
export function findSourceGroup(
  call: Call,
  params: Params,
  target: SecurityGroup,
  strict: boolean,
): RuleSource {
  const ownerId = params.optional("UserId")?.replace(/-/g, "") ?? call.account.accountId;
  const groups = [...(call.stateOf(ownerId)?.ec2.groups.values() ?? [])];
  const groupId = params.optional("GroupId");
  const name = params.optional("GroupName");
  if (groupId === undefined && name === undefined) {
    throw new ApiError("MissingParameter", "Source group ID missing.");
  }
  const group = groups.find((candidate) =>
    groupId === undefined
      ? candidate.name === name && candidate.vpcId === target.vpcId
      : candidate.id === groupId,
  );
  if (group === undefined) {
    if (!strict && groupId !== undefined) {
      return { kind: "group", groupId, ownerId };
    }
    return notFound(groupId ?? name ?? "");
  }
  if (group.vpcId === target.vpcId) {
    return { kind: "group", groupId: group.id, ownerId };
  }
  const peering =
    group.vpcId === undefined || target.vpcId === undefined
      ? undefined
      : peeringTo(call, target.vpcId, group.vpcId);
  if (peering !== undefined) {
    return { kind: "group", groupId: group.id, ownerId, peering };
  }
  if (!strict) {
    return { kind: "group", groupId: group.id, ownerId };
  }
  throw new ApiError(
    "InvalidGroup.NotFound",
    "You have specified two resources that belong to different networks.",
  );
}
