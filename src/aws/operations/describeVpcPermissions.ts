import {
  type IpPermission,
  paginateDescribeSecurityGroups,
  type SecurityGroup,
  type UserIdGroupPair,
} from "@aws-sdk/client-ec2";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import type { Rule, RuleContent, RuleSource } from "../../core/rules/rule";
import { trafficOf } from "../../core/rules/traffic";
import type { CallClients } from "../call/callClients";
import { leaveOut } from "../http/leaveOut";
import { ProtocolError } from "../http/protocolError";
import { inBatches } from "./batches";
import { wholeList } from "./pages";

/** Groups come with all of their ingress rules, about 6 KB where there are as many as there may be. */
const pageSize = 50;

/**
 * The rules of the groups as DescribeSecurityGroups tells them: for credentials that may not list rules.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export async function describeVpcPermissions(
  clients: CallClients,
  groupIds: readonly string[],
): Promise<readonly Rule[]> {
  leaveOut(clients.options.abortSignal, ["ipPermissionsEgress"]);
  const lists: (readonly Rule[])[] = [];
  for (const batch of inBatches(groupIds)) {
    const pages = paginateDescribeSecurityGroups(
      { client: clients.ec2(), pageSize },
      securityGroupRequests.describe(batch).input,
      clients.options,
    );
    lists.push((await wholeList(clients, pages, ({ SecurityGroups }) => SecurityGroups, rulesOf)).flat());
  }
  return lists.flat();
}

function rulesOf({ GroupId: groupId, IpPermissions }: SecurityGroup): readonly Rule[] {
  if (!groupId) {
    throw new ProtocolError("withoutName");
  }
  const contents = (IpPermissions ?? []).flatMap(contentsOf);
  return contents.map((content) => ({ ...content, id: undefined, groupId, tags: {} }));
}

/** Each source of a permission is a rule of its own. */
function contentsOf(permission: IpPermission): readonly RuleContent[] {
  const traffic = trafficOf(permission.IpProtocol ?? "-1", permission.FromPort, permission.ToPort);
  const content = (source: RuleSource, description: string | undefined): RuleContent => ({
    ...traffic,
    source,
    ...(description ? { description } : {}),
  });
  return [
    ...(permission.UserIdGroupPairs ?? []).flatMap((pair) =>
      pair.GroupId ? [content(groupSource(pair.GroupId, pair), pair.Description)] : [],
    ),
    ...(permission.IpRanges ?? []).flatMap(({ CidrIp: cidr, Description }) =>
      cidr ? [content({ kind: "cidrIp", cidr }, Description)] : [],
    ),
    ...(permission.Ipv6Ranges ?? []).flatMap(({ CidrIpv6: cidr, Description }) =>
      cidr ? [content({ kind: "cidrIpv6", cidr }, Description)] : [],
    ),
    ...(permission.PrefixListIds ?? []).flatMap(({ PrefixListId: prefixListId, Description }) =>
      prefixListId ? [content({ kind: "prefixList", prefixListId }, Description)] : [],
    ),
  ];
}

function groupSource(groupId: string, { UserId, VpcId, PeeringStatus }: UserIdGroupPair): RuleSource {
  return {
    kind: "securityGroup",
    groupId,
    ...(UserId ? { ownerId: UserId } : {}),
    ...(VpcId ? { vpcId: VpcId } : {}),
    ...(PeeringStatus ? { peeringStatus: PeeringStatus } : {}),
  };
}
