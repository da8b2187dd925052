import type { Ec2SecurityGroup } from "../api";
import type { CallClients } from "../call/callClients";
import { listVpcGroups } from "./describeVpcGroups";

/** Every EC2 security group, of EC2-Classic and of VPCs, all pages. */
export async function listEc2SecurityGroups(line: CallClients): Promise<readonly Ec2SecurityGroup[]> {
  const groups: Ec2SecurityGroup[] = [];
  await listVpcGroups(line, (page) => groups.push(...page));
  return groups;
}
