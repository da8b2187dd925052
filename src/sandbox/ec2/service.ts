import { ec2Service } from "../ec2Protocol";
import type { Operation } from "../service";
import { authorizeSecurityGroupIngress } from "./authorizeSecurityGroupIngress";
import { createManagedPrefixList } from "./createManagedPrefixList";
import { createSecurityGroup } from "./createSecurityGroup";
import { createTags } from "./createTags";
import { deleteSecurityGroup } from "./deleteSecurityGroup";
import { deleteTags } from "./deleteTags";
import { describeNetworkInterfaces } from "./describeNetworkInterfaces";
import { describeSecurityGroupRules } from "./describeSecurityGroupRules";
import { describeSecurityGroups } from "./describeSecurityGroups";
import { describeStaleSecurityGroups } from "./describeStaleSecurityGroups";
import { describeVpcPeeringConnections } from "./describeVpcPeeringConnections";
import { describeVpcs } from "./describeVpcs";
import { modifySecurityGroupRules } from "./modifySecurityGroupRules";
import { describeInstances } from "./paths/describeInstances";
import { describeNetworkAcls } from "./paths/describeNetworkAcls";
import { describeRouteTables } from "./paths/describeRouteTables";
import { describeSubnets } from "./paths/describeSubnets";
import { describeVpcAttribute } from "./paths/describeVpcAttribute";
import { describeVpcEndpoints } from "./paths/endpoints";
import { searchTransitGatewayRoutes } from "./paths/searchTransitGatewayRoutes";
import {
  describeTransitGatewayAttachments,
  describeTransitGateways,
  describeTransitGatewayVpcAttachments,
} from "./paths/transitGateways";
import {
  describeNatGateways,
  describeTransitGatewayPeeringAttachments,
  describeVpnConnections,
  describeVpnGateways,
} from "./paths/unattached";
import { permissionsFirst } from "./permissionsFirst";
import { describeManagedPrefixLists, describePrefixLists, getManagedPrefixListEntries } from "./prefixLists";
import { revokeSecurityGroupIngress } from "./revokeSecurityGroupIngress";

const operations: [string, Operation][] = [
  ["AuthorizeSecurityGroupIngress", authorizeSecurityGroupIngress],
  ["CreateManagedPrefixList", createManagedPrefixList],
  ["CreateSecurityGroup", createSecurityGroup],
  ["CreateTags", createTags],
  ["DeleteSecurityGroup", deleteSecurityGroup],
  ["DeleteTags", deleteTags],
  ["DescribeInstances", describeInstances],
  ["DescribeManagedPrefixLists", describeManagedPrefixLists],
  ["DescribeNatGateways", describeNatGateways],
  ["DescribeNetworkAcls", describeNetworkAcls],
  ["DescribeNetworkInterfaces", describeNetworkInterfaces],
  ["DescribePrefixLists", describePrefixLists],
  ["DescribeRouteTables", describeRouteTables],
  ["DescribeSecurityGroupRules", describeSecurityGroupRules],
  ["DescribeSecurityGroups", describeSecurityGroups],
  ["DescribeStaleSecurityGroups", describeStaleSecurityGroups],
  ["DescribeSubnets", describeSubnets],
  ["DescribeTransitGatewayAttachments", describeTransitGatewayAttachments],
  ["DescribeTransitGatewayPeeringAttachments", describeTransitGatewayPeeringAttachments],
  ["DescribeTransitGatewayVpcAttachments", describeTransitGatewayVpcAttachments],
  ["DescribeTransitGateways", describeTransitGateways],
  ["DescribeVpcAttribute", describeVpcAttribute],
  ["DescribeVpcEndpoints", describeVpcEndpoints],
  ["DescribeVpcPeeringConnections", describeVpcPeeringConnections],
  ["DescribeVpcs", describeVpcs],
  ["DescribeVpnConnections", describeVpnConnections],
  ["DescribeVpnGateways", describeVpnGateways],
  ["GetManagedPrefixListEntries", getManagedPrefixListEntries],
  ["ModifySecurityGroupRules", modifySecurityGroupRules],
  ["RevokeSecurityGroupIngress", revokeSecurityGroupIngress],
  ["SearchTransitGatewayRoutes", searchTransitGatewayRoutes],
];

export const ec2 = ec2Service(
  "2016-11-15",
  new Map(operations.map(([action, operation]) => [action, permissionsFirst(operation)])),
);
