import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import type { IpPermission } from "../../../../../src/core/reach/snapshotNetwork";
import { isIn } from "./numbers";

export type Fate = true | false | "?";

/** Something that a packet went through. */
export interface Passed {
  readonly kind: "pcx" | "far pcx" | "tgw" | "tgw peering" | "appliance" | "nat" | "outside";
  readonly id: string;
  /** For a transit gateway: whether it and both its attachments hand on groups. */
  readonly refers?: boolean;
}

/** What stands between two interfaces, as rules that name groups see it. */
export interface Handing {
  readonly via: readonly Passed[];
  readonly sure: boolean;
}

export function aclLets(
  net: Snapshot,
  subnet: string | undefined,
  egress: boolean,
  ip: string,
  port: number,
): Fate {
  const acl =
    net.NetworkAcls?.find(({ Associations }) => Associations?.some(({ SubnetId }) => SubnetId === subnet)) ??
    fail(`no ACL for ${subnet}`);
  let best = Number.POSITIVE_INFINITY;
  let answer = false;
  for (const { RuleNumber = 0, Egress, Protocol, CidrBlock, PortRange, RuleAction } of acl.Entries ?? []) {
    const isAny = Protocol === "-1";
    const isTcp = Protocol === "6" && port >= (PortRange?.From ?? 0) && port <= (PortRange?.To ?? 0);
    if (Egress === egress && RuleNumber < best && (isAny || isTcp) && isIn(ip, CidrBlock ?? "")) {
      best = RuleNumber;
      answer = RuleAction === "allow";
    }
  }
  return answer;
}

export interface Other {
  readonly ip: string;
  readonly groups: readonly string[] | "?";
}

export function groupsLet(
  net: Snapshot,
  groups: readonly string[],
  egress: boolean,
  other: Other,
  port: number,
  handing: Handing,
): Fate {
  let answer: Fate = false;
  for (const id of groups) {
    const group = net.SecurityGroups?.find(({ GroupId }) => GroupId === id) ?? fail(`no group ${id}`);
    for (const rule of (egress ? group.IpPermissionsEgress : group.IpPermissions) ?? []) {
      if (!isTcpPort(rule, port)) {
        continue;
      }
      const byAddress =
        rule.IpRanges?.some(({ CidrIp }) => isIn(other.ip, CidrIp ?? "")) ||
        rule.PrefixListIds?.some(
          ({ PrefixListId }) => inList(net, PrefixListId ?? "", other.ip) !== undefined,
        );
      if (byAddress) {
        return true;
      }
      for (const { GroupId = "" } of rule.UserIdGroupPairs ?? []) {
        const isMember = other.groups === "?" ? "?" : other.groups.includes(GroupId);
        const counts = isMember === false ? false : refers(handing, egress);
        if (counts === true && isMember === true) {
          return true;
        }
        answer = counts === false ? answer : "?";
      }
    }
  }
  return answer;
}

function refers({ via, sure }: Handing, egress: boolean): Fate {
  const loses = via.some(
    ({ kind, refers: handsOn }) =>
      kind === "appliance" ||
      kind === "nat" ||
      kind === "far pcx" ||
      kind === "tgw peering" ||
      (kind === "tgw" && (egress || handsOn === false)),
  );
  return loses ? false : sure ? true : "?";
}

function isTcpPort({ IpProtocol, FromPort, ToPort }: IpPermission, port: number): boolean {
  return (
    IpProtocol === "-1" ||
    ((IpProtocol === "tcp" || IpProtocol === "6") && port >= (FromPort ?? 0) && port <= (ToPort ?? 0))
  );
}

/** The longest prefix length of a list's entries that hold an address. */
export function inList(net: Snapshot, id: string, ip: string): number | undefined {
  const entries =
    net.ManagedPrefixListEntries?.find(({ PrefixListId }) => PrefixListId === id)?.Entries ?? [];
  const lengths = entries.flatMap(({ Cidr = "" }) => (isIn(ip, Cidr) ? [Number(Cidr.split("/")[1])] : []));
  return lengths.length > 0 ? Math.max(...lengths) : undefined;
}

export function fail(why: string): never {
  throw new Error(`The random network is broken: ${why}`);
}
