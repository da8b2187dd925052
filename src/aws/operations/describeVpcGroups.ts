import { paginateDescribeSecurityGroups, type SecurityGroup, type Tag } from "@aws-sdk/client-ec2";
import type { VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import type { CallClients } from "../call/callClients";
import { leaveOut } from "../http/leaveOut";
import { ProtocolError } from "../http/protocolError";
import { inBatches } from "./batches";
import { endingPages } from "./pages";

/** Rules come with every group, asked for or not: up to 120 of them, which nobody here needs. */
const rules = ["ipPermissions", "ipPermissionsEgress"];

/**
 * A page as it is read. A group with all the rules it may have is about 12 KB of XML, so that this is 3 MB;
 * the rules are left out before it is parsed.
 */
const pageSize = 250;

/** Those of the groups that are there: by a filter, since a missing id would fail the whole request. */
export async function describeVpcGroups(
  line: CallClients,
  ids: readonly string[],
): Promise<readonly VpcSecurityGroup[]> {
  const groups: VpcSecurityGroup[] = [];
  for (const batch of inBatches(ids)) {
    await readGroups(line, batch, (page) => groups.push(...page));
  }
  return groups;
}

/** Every group of the region. */
export async function listVpcGroups(
  line: CallClients,
  onPage: (page: readonly VpcSecurityGroup[]) => void,
): Promise<undefined> {
  await readGroups(line, undefined, onPage);
  return undefined;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
async function readGroups(
  line: CallClients,
  ids: readonly string[] | undefined,
  onPage: (page: readonly VpcSecurityGroup[]) => void,
): Promise<void> {
  leaveOut(line.options.abortSignal, rules);
  const pages = paginateDescribeSecurityGroups(
    { client: line.ec2(), pageSize },
    ids ? { Filters: [{ Name: "group-id", Values: [...ids] }] } : {},
    line.options,
  );
  for await (const page of endingPages(pages, ({ NextToken }) => NextToken || undefined)) {
    line.answered(page.$metadata);
    if (!page.SecurityGroups) {
      throw new ProtocolError("withoutResult");
    }
    onPage(page.SecurityGroups.map(groupOf));
  }
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
