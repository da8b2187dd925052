import { ec2Service } from "../ec2Protocol";
import type { Operation } from "../service";
import { authorizeSecurityGroupIngress } from "./authorizeSecurityGroupIngress";
import { createManagedPrefixList } from "./createManagedPrefixList";
import { createSecurityGroup } from "./createSecurityGroup";
import { createTags } from "./createTags";
import { deleteSecurityGroup } from "./deleteSecurityGroup";
import { describeNetworkInterfaces } from "./describeNetworkInterfaces";
import { describeSecurityGroupRules } from "./describeSecurityGroupRules";
import { describeSecurityGroups } from "./describeSecurityGroups";
import { describeStaleSecurityGroups } from "./describeStaleSecurityGroups";
import { describeVpcPeeringConnections } from "./describeVpcPeeringConnections";
import { describeVpcs } from "./describeVpcs";
import { modifySecurityGroupRules } from "./modifySecurityGroupRules";
import { permissionsFirst } from "./permissionsFirst";
import { describeManagedPrefixLists, describePrefixLists, getManagedPrefixListEntries } from "./prefixLists";
import { revokeSecurityGroupIngress } from "./revokeSecurityGroupIngress";

const operations: [string, Operation][] = [
  ["AuthorizeSecurityGroupIngress", authorizeSecurityGroupIngress],
  ["CreateManagedPrefixList", createManagedPrefixList],
  ["CreateSecurityGroup", createSecurityGroup],
  ["CreateTags", createTags],
  ["DeleteSecurityGroup", deleteSecurityGroup],
  ["DescribeManagedPrefixLists", describeManagedPrefixLists],
  ["DescribeNetworkInterfaces", describeNetworkInterfaces],
  ["DescribePrefixLists", describePrefixLists],
  ["DescribeSecurityGroupRules", describeSecurityGroupRules],
  ["DescribeSecurityGroups", describeSecurityGroups],
  ["DescribeStaleSecurityGroups", describeStaleSecurityGroups],
  ["DescribeVpcPeeringConnections", describeVpcPeeringConnections],
  ["DescribeVpcs", describeVpcs],
  ["GetManagedPrefixListEntries", getManagedPrefixListEntries],
  ["ModifySecurityGroupRules", modifySecurityGroupRules],
  ["RevokeSecurityGroupIngress", revokeSecurityGroupIngress],
];

export const ec2 = ec2Service(
  "2016-11-15",
  new Map(operations.map(([action, operation]) => [action, permissionsFirst(operation)])),
);
