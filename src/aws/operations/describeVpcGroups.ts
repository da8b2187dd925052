import {
  type DescribeSecurityGroupsCommandInput,
  paginateDescribeSecurityGroups,
  type SecurityGroup,
  type Tag,
} from "@aws-sdk/client-ec2";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import type { VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import type { CallClients } from "../call/callClients";
import { leaveOut } from "../http/leaveOut";
import { ProtocolError } from "../http/protocolError";
import { inBatches } from "./batches";
import { pagesOf, wholeList } from "./pages";

/** Rules come with every group, asked for or not: up to 120 of them, which nobody here needs. */
const rules = ["ipPermissions", "ipPermissionsEgress"];

/**
 * A page as it is read. A group with all the rules it may have is about 12 KB of XML, so that this is 3 MB;
 * the rules are left out before it is parsed.
 */
const pageSize = 250;

/** Those of the groups that are there. */
export async function describeVpcGroups(
  clients: CallClients,
  ids: readonly string[],
): Promise<readonly VpcSecurityGroup[]> {
  const lists: VpcSecurityGroup[][] = [];
  for (const batch of inBatches(ids)) {
    const pages = groupPages(clients, securityGroupRequests.describe(batch).input);
    lists.push(
      await wholeList(
        clients,
        pages,
        ({ SecurityGroups }) => SecurityGroups,
        ({ GroupId: id }) => id,
        groupOf,
      ),
    );
  }
  const asked = new Set(ids);
  return lists.flat().filter(({ id }) => asked.has(id));
}

/** Every group of the region. */
export async function listVpcGroups(
  clients: CallClients,
  onPage?: (page: readonly VpcSecurityGroup[]) => void,
): Promise<readonly VpcSecurityGroup[]> {
  const lists: VpcSecurityGroup[][] = [];
  const pages = groupPages(clients, securityGroupRequests.list().input);
  for await (const { entries } of pagesOf(
    clients,
    pages,
    ({ SecurityGroups }) => SecurityGroups,
    ({ GroupId: id }) => id,
  )) {
    const page = entries.map(groupOf);
    lists.push(page);
    onPage?.(page);
  }
  return lists.flat();
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
function groupPages(clients: CallClients, input: DescribeSecurityGroupsCommandInput) {
  leaveOut(clients.options.abortSignal, rules);
  return paginateDescribeSecurityGroups({ client: clients.ec2(), pageSize }, input, clients.options);
}

function groupOf(group: SecurityGroup): VpcSecurityGroup {
  if (!group.GroupId || !group.GroupName) {
    throw new ProtocolError("withoutName");
  }
  return {
    id: group.GroupId,
    name: group.GroupName,
    description: group.Description ?? "",
    ownerId: group.OwnerId ?? "",
    ...(group.VpcId ? { vpcId: group.VpcId } : {}),
    tags: tagsOf(group.Tags),
  };
}

export function tagsOf(tags: readonly Tag[] | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? "", Value ?? ""]));
}
