import { type Address, addressText, holds } from "./address";
import { type Finding, unknown } from "./finding";
import type { TcpRule } from "./groupRules";
import { lookUpPrefixList } from "./prefixLists";
import type { References } from "./references";
import type { Snapshot } from "./snapshot";

/** Who is at the other end of a connection, as a group's rules see it. */
export interface Peer {
  readonly address: Address;
  /** Its security groups; empty for what has none, `undefined` where they could not be read. */
  readonly groupIds: readonly string[] | undefined;
  /** Whether what a rule says of groups counts on the way between. */
  readonly references: References;
}

/** Whether a rule is about the peer. */
export type Match =
  | { readonly is: "yes" }
  /** `lost`: it names the peer's group, and that does not count. */
  | { readonly is: "no"; readonly lost?: References & { readonly carry: "no" } }
  | { readonly is: "unknown"; readonly why: Finding };

export function matchPeer(snapshot: Snapshot, { peer: named }: TcpRule, peer: Peer, groupId: string): Match {
  if ("block" in named) {
    return { is: holds(named.block, peer.address) ? "yes" : "no" };
  }
  if ("prefixListId" in named) {
    const answer = lookUpPrefixList(snapshot, named.prefixListId, peer.address);
    if ("unread" in answer) {
      return { is: "unknown", why: { ...answer.unread, resource: groupId } };
    }
    return { is: answer.block === undefined ? "no" : "yes" };
  }
  return matchGroup(named.groupId, named.peeringStatus ?? "active", peer, groupId);
}

/** A reference means the private addresses of the interfaces that have the group, and nothing else. */
function matchGroup(named: string, peeringStatus: string, peer: Peer, groupId: string): Match {
  const { groupIds, references } = peer;
  if (groupIds === undefined && references.carry === "no") {
    return { is: "no", lost: references };
  }
  if (groupIds === undefined) {
    const text = `${groupId} names ${named}, and whether ${addressText(peer.address)} has that group is not known.`;
    const more = { code: "UNKNOWN_PEERED_SGS", action: "ec2:DescribeNetworkInterfaces" };
    return { is: "unknown", why: unknown(groupId, text, more) };
  }
  if (!groupIds.includes(named)) {
    return { is: "no" };
  }
  if (peeringStatus !== "active") {
    const why = `the peering over which it knows ${named} is ${peeringStatus}`;
    return { is: "no", lost: { carry: "no", code: "ENI_SG_RULES_MISMATCH", why } };
  }
  switch (references.carry) {
    case "yes":
      return { is: "yes" };
    case "no":
      return { is: "no", lost: references };
    case "unknown":
      return { is: "unknown", why: { ...references.why, resource: groupId } };
  }
}
