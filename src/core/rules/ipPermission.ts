import type { RuleContent } from "./rule";
import { apiPorts, type Traffic } from "./traffic";

/** A rule as AuthorizeSecurityGroupIngress takes it: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
export interface ApiIpPermission {
  IpProtocol: string;
  FromPort?: number;
  ToPort?: number;
  UserIdGroupPairs?: { GroupId: string; UserId?: string; Description?: string }[];
  IpRanges?: { CidrIp: string; Description?: string }[];
  Ipv6Ranges?: { CidrIpv6: string; Description?: string }[];
  PrefixListIds?: { PrefixListId: string; Description?: string }[];
}

export function permissionOf({ source, description, ...traffic }: RuleContent): ApiIpPermission {
  const what = { IpProtocol: traffic.protocol, ...portFields(traffic) };
  const words = description ? { Description: description } : {};
  switch (source.kind) {
    case "securityGroup": {
      const owner = source.ownerId === undefined ? {} : { UserId: source.ownerId };
      return { ...what, UserIdGroupPairs: [{ GroupId: source.groupId, ...owner, ...words }] };
    }
    case "cidrIp":
      return { ...what, IpRanges: [{ CidrIp: source.cidr, ...words }] };
    case "cidrIpv6":
      return { ...what, Ipv6Ranges: [{ CidrIpv6: source.cidr, ...words }] };
    case "prefixList":
      return { ...what, PrefixListIds: [{ PrefixListId: source.prefixListId, ...words }] };
  }
}

/** The two numbers in the spelling of the API, of CloudFormation too. */
export function portFields(traffic: Traffic): Pick<ApiIpPermission, "FromPort" | "ToPort"> {
  const { fromPort, toPort } = apiPorts(traffic);
  return {
    ...(fromPort === undefined ? {} : { FromPort: fromPort }),
    ...(toPort === undefined ? {} : { ToPort: toPort }),
  };
}

/** The input of AuthorizeSecurityGroupIngress, in the API's spelling. */
export interface ApiIngress {
  GroupId: string;
  /** Never the parameters beside it: SourceSecurityGroupName opens all of ICMP, UDP and TCP. */
  IpPermissions: ApiIpPermission[];
  TagSpecifications?: { ResourceType: "security-group-rule"; Tags: { Key: string; Value: string }[] }[];
}

/** Rules to be made in one group. */
export interface VpcIngress {
  readonly groupId: string;
  readonly rules: readonly RuleContent[];
  readonly tags?: Readonly<Record<string, string>>;
}

export function ingressInput({ groupId, rules, tags }: VpcIngress): ApiIngress {
  const list = Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
  return {
    GroupId: groupId,
    IpPermissions: rules.map(permissionOf),
    ...(list.length > 0 ? { TagSpecifications: [{ ResourceType: "security-group-rule", Tags: list }] } : {}),
  };
}
