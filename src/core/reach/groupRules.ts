import { trafficOf } from "../rules/traffic";
import type { Finding } from "./finding";
import { allPorts, type PortSet } from "./portSet";
import { unread } from "./read";
import type { Snapshot } from "./snapshot";
import type { GroupReference, IpPermission, SecurityGroupRule } from "./snapshotNetwork";

/** A rule of a security group, as far as it is about TCP. */
export interface TcpRule {
  /** Its own id, where the API that was asked tells it. */
  readonly id?: string;
  readonly ports: PortSet;
  readonly peer:
    | { readonly block: string }
    | { readonly prefixListId: string }
    | { readonly groupId: string; readonly peeringStatus?: string };
}

export type GroupRules =
  | { readonly tcp: readonly TcpRule[]; readonly total: number }
  | { readonly unread: Finding };

/** A group's rules of one direction, from whichever of the two APIs told them. */
export function rulesOf(snapshot: Snapshot, groupId: string, egress: boolean): GroupRules {
  const own = snapshot.SecurityGroupRules?.filter(({ GroupId }) => GroupId === groupId) ?? [];
  const group = snapshot.SecurityGroups?.find(({ GroupId }) => GroupId === groupId);
  if (own.length > 0) {
    const rules = own.filter(({ IsEgress }) => (IsEgress ?? false) === egress);
    return { tcp: rules.flatMap(fromRule), total: rules.length };
  }
  if (group === undefined) {
    snapshot.Wanted?.({ list: "SecurityGroups", id: groupId });
    // A group without a single rule looks, among rules alone, like one that was not read.
    return { unread: unread(snapshot, "SecurityGroups", groupId) };
  }
  const permissions = (egress ? group.IpPermissionsEgress : group.IpPermissions) ?? [];
  return { tcp: permissions.flatMap(fromPermission), total: permissions.length };
}

function fromRule(rule: SecurityGroupRule): readonly TcpRule[] {
  const { SecurityGroupRuleId, CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupInfo } = rule;
  const peers = [
    ...peersOfBlocks([CidrIpv4, CidrIpv6]),
    ...peersOfLists([PrefixListId]),
    ...peersOfGroups(ReferencedGroupInfo ? [ReferencedGroupInfo] : []),
  ];
  return tcpRules(rule, peers).map((each) => ({
    ...each,
    ...(SecurityGroupRuleId === undefined ? {} : { id: SecurityGroupRuleId }),
  }));
}

function fromPermission(permission: IpPermission): readonly TcpRule[] {
  const { IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs } = permission;
  return tcpRules(permission, [
    ...peersOfBlocks((IpRanges ?? []).map(({ CidrIp }) => CidrIp)),
    ...peersOfBlocks((Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6)),
    ...peersOfLists((PrefixListIds ?? []).map(({ PrefixListId }) => PrefixListId)),
    ...peersOfGroups(UserIdGroupPairs ?? []),
  ]);
}

function tcpRules(
  { IpProtocol, FromPort, ToPort }: Pick<IpPermission, "IpProtocol" | "FromPort" | "ToPort">,
  peers: readonly TcpRule["peer"][],
): readonly TcpRule[] {
  const { protocol, fromPort, toPort } = trafficOf(IpProtocol ?? "-1", FromPort, ToPort);
  if (protocol !== "tcp" && protocol !== "-1") {
    return [];
  }
  const ports = fromPort === undefined || toPort === undefined ? allPorts : [{ from: fromPort, to: toPort }];
  return peers.map((peer) => ({ ports, peer }));
}

function peersOfBlocks(blocks: readonly (string | undefined)[]): readonly TcpRule["peer"][] {
  return blocks.flatMap((block) => (block === undefined ? [] : { block }));
}

function peersOfLists(ids: readonly (string | undefined)[]): readonly TcpRule["peer"][] {
  return ids.flatMap((prefixListId) => (prefixListId === undefined ? [] : { prefixListId }));
}

function peersOfGroups(references: readonly GroupReference[]): readonly TcpRule["peer"][] {
  return references.flatMap(({ GroupId, PeeringStatus }) =>
    GroupId === undefined
      ? []
      : { groupId: GroupId, ...(PeeringStatus === undefined ? {} : { peeringStatus: PeeringStatus }) },
  );
}
