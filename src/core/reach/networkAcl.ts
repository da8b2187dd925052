import { canonicalProtocol } from "../rules/traffic";
import { type Address, addressText, holds } from "./address";
import type { Filtered } from "./filtered";
import { blocks, passes, unknown } from "./finding";
import { allowInAcl } from "./mend";
import { allPorts, both, either, includesPorts, type PortSet, portWords, without } from "./portSet";
import { unread } from "./read";
import type { Snapshot } from "./snapshot";
import type { NetworkAcl, NetworkAclEntry } from "./snapshotNetwork";

/** What a network ACL is asked: it sees the packet's other end, and the port that the packet goes to. */
export interface AclQuestion {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly egress: boolean;
  readonly peer: Address;
  /** The port of the cache on the way there, the client's ephemeral ports on the way back: ACLs are stateless. */
  readonly ports: PortSet;
  /** Those that everything before has let through. */
  readonly open: PortSet;
}

export function judgeAcl(snapshot: Snapshot, question: AclQuestion): Filtered {
  const { subnetId, vpcId, egress, peer, ports } = question;
  const acl = aclOf(snapshot, subnetId, vpcId);
  if (acl === undefined) {
    const finding = unread(snapshot, "NetworkAcls", `the network ACL of ${subnetId}`);
    return { finding: { ...finding, resource: subnetId }, open: question.open };
  }
  const { allowed, entry, denied } = decide(acl, question);
  const id = acl.NetworkAclId ?? subnetId;
  const open = both(question.open, allowed);
  const traffic = `TCP ${portWords(ports)} ${egress ? "out to" : "in from"} ${addressText(peer)}`;
  if (includesPorts(allowed, ports)) {
    return { finding: passes(id, `${id} allows ${traffic} by rule ${numberOf(entry)}.`), open };
  }
  const mend = allowInAcl(id, acl.Entries ?? [], egress, peer, ports, denied?.RuleNumber ?? 32_767);
  const more = mend === undefined ? {} : { mend };
  if (open.length > 0) {
    const text = `${id} allows only ${portWords(allowed)} of ${traffic}, so it depends on the client's ports.`;
    return { finding: unknown(id, text, { code: "REMAP_EPHEMERAL_PORT", ...more }), open };
  }
  const text =
    allowed.length === 0
      ? `${id} denies ${traffic} by rule ${numberOf(denied)}.`
      : `${id} allows only ${portWords(allowed)} of ${traffic}, and none of these ports is open before it.`;
  return { finding: blocks(id, text, { code: "SUBNET_ACL_RESTRICTION", ...more }), open };
}

/** A subnet that is associated with none has the VPC's default ACL, which may have been edited. */
export function aclOf(
  { NetworkAcls, Wanted }: Snapshot,
  subnetId: string,
  vpcId: string,
): NetworkAcl | undefined {
  const own = NetworkAcls?.find(({ Associations }) =>
    Associations?.some(({ SubnetId }) => SubnetId === subnetId),
  );
  if (own === undefined) {
    Wanted?.({ list: "NetworkAcls", id: subnetId, vpcId });
  }
  return own ?? NetworkAcls?.find(({ IsDefault, VpcId }) => IsDefault === true && VpcId === vpcId);
}

/** Ascending by number, the first match decides, and what no entry matches is denied. The answer's order is none. */
function decide(acl: NetworkAcl, { egress, peer, ports }: AclQuestion) {
  const entries = (acl.Entries ?? [])
    .filter((each) => (each.Egress ?? false) === egress && isAbout(each, peer))
    .sort((a, b) => (a.RuleNumber ?? 32_767) - (b.RuleNumber ?? 32_767));
  let left = ports;
  let allowed: PortSet = [];
  let entry: NetworkAclEntry | undefined;
  let denied: NetworkAclEntry | undefined;
  for (const each of entries) {
    const matched = both(left, portsOf(each));
    if (matched.length === 0) {
      continue;
    }
    left = without(left, matched);
    if (each.RuleAction === "allow") {
      allowed = either(allowed, matched);
      entry ??= each;
    } else {
      denied ??= each;
    }
  }
  return { allowed, entry, denied };
}

function isAbout({ Protocol, CidrBlock, Ipv6CidrBlock }: NetworkAclEntry, peer: Address): boolean {
  const protocol = canonicalProtocol(Protocol ?? "-1");
  return (protocol === "-1" || protocol === "tcp") && holds(CidrBlock ?? Ipv6CidrBlock, peer);
}

function portsOf({ Protocol, PortRange }: NetworkAclEntry): PortSet {
  const { From, To } = PortRange ?? {};
  return canonicalProtocol(Protocol ?? "-1") === "-1" || From === undefined || To === undefined
    ? allPorts
    : [{ from: From, to: To }];
}

/** `*` is what the console writes for the last entry of every ACL. */
function numberOf(entry: NetworkAclEntry | undefined): string {
  return entry?.RuleNumber === undefined || entry.RuleNumber >= 32_767 ? "*" : String(entry.RuleNumber);
}
