import {
  type IpPermission,
  paginateDescribeSecurityGroups,
  type SecurityGroup,
  type UserIdGroupPair,
} from "@aws-sdk/client-ec2";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import type { ReadContent, ReadSource, Rule, RuleSource } from "../../core/rules/rule";
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
    lists.push(
      (
        await wholeList(
          clients,
          pages,
          ({ SecurityGroups }) => SecurityGroups,
          ({ GroupId: id }) => id,
          rulesOf,
        )
      ).flat(),
    );
  }
  const asked = new Set(groupIds);
  return lists.flat().filter(({ groupId }) => asked.has(groupId));
}

function rulesOf({ GroupId: groupId, IpPermissions }: SecurityGroup): readonly Rule[] {
  if (!groupId) {
    throw new ProtocolError("withoutName");
  }
  const contents = (IpPermissions ?? []).flatMap(contentsOf);
  return contents.map((content) => ({ ...content, id: undefined, groupId, tags: {} }));
}

/** Each source of a permission is a rule of its own; one of a kind yet to come is in none of the four lists. */
function contentsOf(permission: IpPermission): readonly ReadContent[] {
  const traffic = trafficOf(permission.IpProtocol ?? "-1", permission.FromPort, permission.ToPort);
  const content = (source: ReadSource | undefined, description: string | undefined): ReadContent => ({
    ...traffic,
    source: source ?? { kind: "unknown" },
    ...(description ? { description } : {}),
  });
  const contents = [
    ...(permission.UserIdGroupPairs ?? []).map((pair) =>
      content(pair.GroupId ? groupSource(pair.GroupId, pair) : undefined, pair.Description),
    ),
    ...(permission.IpRanges ?? []).map(({ CidrIp: cidr, Description }) =>
      content(cidr ? { kind: "cidrIp", cidr } : undefined, Description),
    ),
    ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6: cidr, Description }) =>
      content(cidr ? { kind: "cidrIpv6", cidr } : undefined, Description),
    ),
    ...(permission.PrefixListIds ?? []).map(({ PrefixListId: prefixListId, Description }) =>
      content(prefixListId ? { kind: "prefixList", prefixListId } : undefined, Description),
    ),
  ];
  return contents.length > 0 ? contents : [content(undefined, undefined)];
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
