import { type Address, addressText, holds } from "./address";
import { blocks, type Finding, passes, unknown } from "./finding";
import { rulesOf, type TcpRule } from "./groupRules";
import { authorize } from "./mend";
import { both, either, includesPorts, type PortSet, portWords } from "./portSet";
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

/** Whether a rule is about the peer. What is not known says why. */
type Match =
  | { readonly is: "yes" | "no"; readonly lost?: References }
  | { readonly is: "unknown"; readonly why: Finding };

/** What an interface's groups do: one rule of any of them is enough. Groups are stateful, so replies pass. */
export function judgeGroups(
  snapshot: Snapshot,
  groupIds: readonly string[],
  egress: boolean,
  peer: Peer,
  ports: PortSet,
): Finding {
  let open: PortSet = [];
  let perhaps: PortSet = [];
  let total = 0;
  let by: { readonly groupId: string; readonly rule: TcpRule } | undefined;
  let why: Finding | undefined;
  let lost: References | undefined;
  for (const groupId of groupIds) {
    const rules = rulesOf(snapshot, groupId, egress);
    if ("unread" in rules) {
      perhaps = ports;
      why ??= rules.unread;
      continue;
    }
    total += rules.total;
    for (const rule of rules.tcp) {
      const covered = both(rule.ports, ports);
      const match: Match = covered.length === 0 ? { is: "no" } : matchPeer(snapshot, rule, peer, groupId);
      if (match.is === "yes") {
        open = either(open, covered);
        by ??= { groupId, rule };
      } else if (match.is === "unknown") {
        perhaps = either(perhaps, covered);
        why ??= match.why;
      } else {
        lost ??= match.lost;
      }
    }
  }
  const [first = ""] = groupIds;
  const way = egress ? "out to" : "in from";
  const traffic = `TCP ${portWords(ports)} ${way} ${addressText(peer.address)}`;
  if (by && includesPorts(open, ports)) {
    return passes(by.groupId, `${ruleWords(by.groupId, by.rule)} lets ${traffic}.`);
  }
  if (why && (open.length > 0 || perhaps.length > 0)) {
    return why;
  }
  if (open.length > 0) {
    return unknown(
      first,
      `Only TCP ${portWords(open)} of ${traffic} is let through by ${groupIds.join(", ")}.`,
    );
  }
  return blocks(first, refusal(groupIds, egress, traffic, total, lost), {
    code: lost?.carry === "no" ? lost.code : total === 0 ? "SG_HAS_NO_RULES" : "ENI_SG_RULES_MISMATCH",
    mend: authorize(first, egress, peer.address, ports),
  });
}

function matchPeer(snapshot: Snapshot, { peer: wanted }: TcpRule, peer: Peer, groupId: string): Match {
  if ("block" in wanted) {
    return { is: holds(wanted.block, peer.address) ? "yes" : "no" };
  }
  if ("prefixListId" in wanted) {
    const answer = lookUpPrefixList(snapshot, wanted.prefixListId, peer.address);
    return "unread" in answer
      ? { is: "unknown", why: answer.unread }
      : { is: answer.block === undefined ? "no" : "yes" };
  }
  if (wanted.peeringStatus !== undefined && wanted.peeringStatus !== "active") {
    return { is: "no" };
  }
  if (peer.groupIds === undefined) {
    return { is: "unknown", why: unknownGroups(groupId, wanted.groupId, peer) };
  }
  if (!peer.groupIds.includes(wanted.groupId)) {
    return { is: "no" };
  }
  switch (peer.references.carry) {
    case "yes":
      return { is: "yes" };
    case "no":
      return { is: "no", lost: peer.references };
    case "unknown":
      return { is: "unknown", why: { ...peer.references.why, resource: groupId } };
  }
}

function unknownGroups(groupId: string, wanted: string, { address }: Peer): Finding {
  return unknown(
    groupId,
    `${groupId} lets ${wanted} in, and whether ${addressText(address)} has that group is not known.`,
    { code: "UNKNOWN_PEERED_SGS", action: "ec2:DescribeNetworkInterfaces" },
  );
}

function ruleWords(groupId: string, { id, peer }: TcpRule): string {
  const name = "block" in peer ? peer.block : "prefixListId" in peer ? peer.prefixListId : peer.groupId;
  return `The rule for ${name}${id === undefined ? "" : ` (${id})`} of ${groupId}`;
}

function refusal(
  groupIds: readonly string[],
  egress: boolean,
  traffic: string,
  total: number,
  lost: References | undefined,
): string {
  const direction = egress ? "egress" : "ingress";
  const groups = groupIds.join(", ");
  if (lost?.carry === "no") {
    return `The only ${direction} rule of ${groups} for ${traffic} names a group, and ${lost.why}.`;
  }
  return total === 0
    ? `${groups} has no ${direction} rules, so nothing lets ${traffic}.`
    : `No ${direction} rule of ${groups} lets ${traffic}.`;
}
