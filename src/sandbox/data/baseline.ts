import type { Account } from "../accounts";
import { vpcGroupId } from "../ec2/state";
import type { RegionState } from "../regionState";
import { addAcl, addRouteTable, addSubnet } from "./network";
import { awsPrefixLists } from "./prefixLists";
import { allTraffic } from "./ruleWords";

/** What an account has in every region before anybody makes anything. */
export function baseline({ cacheSecurityGroups, ec2 }: RegionState, account: Account): void {
  if (account.classic) {
    cacheSecurityGroups.add("default", "default");
    ec2.addClassicGroup("default", "default group");
  }
  const id = ec2.defaultVpcId;
  ec2.vpcs.set(id, {
    id,
    ownerId: account.accountId,
    cidrIpv4: "172.31.0.0/16",
    isDefault: true,
    tags: new Map(),
  });
  addDefaultGroup(ec2, id);
  const subnets = [
    addSubnet(ec2, id, "172.31.1", "172.31.0.0/20", "a"),
    addSubnet(ec2, id, "a", "172.31.16.0/20", "a"),
    addSubnet(ec2, id, "b", "172.31.32.0/20", "b"),
  ];
  addAcl(ec2, id, "default", subnets);
  addRouteTable(ec2, id, "main", {});
  for (const list of awsPrefixLists(ec2.region)) {
    ec2.prefixLists.set(list.id, list);
  }
}

/** Every VPC has a group `default` whose members reach each other. */
export function addDefaultGroup(ec2: RegionState["ec2"], vpcId: string): void {
  const { accountId, region } = ec2;
  const groupId = vpcGroupId(accountId, region, vpcId, "default");
  ec2.addVpcGroup("default", "default VPC security group", vpcId, () => [
    allTraffic({ kind: "group", groupId, ownerId: accountId }),
  ]);
}
