import {
  DescribeInstancesCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeRouteTablesCommand,
  DescribeSubnetsCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewayPeeringAttachmentsCommand,
  DescribeTransitGatewaysCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpcsCommand,
  DescribeVpnConnectionsCommand,
  DescribeVpnGatewaysCommand,
  SearchTransitGatewayRoutesCommand,
} from "@aws-sdk/client-ec2";
import type { PathReads, SharedPathList } from "../api/paths";
import { listed } from "./listed";

/** The reads of this feature, by the snapshot's names of the lists. Entries that do not say what they are of say it here. */
export const pathReads: Omit<PathReads, SharedPathList> = {
  Reservations: listed(
    (client, input, options) => client.send(new DescribeInstancesCommand(input), options),
    ({ Reservations }) => Reservations,
  ),
  Subnets: listed(
    (client, input, options) => client.send(new DescribeSubnetsCommand(input), options),
    ({ Subnets }) => Subnets,
  ),
  Vpcs: listed(
    (client, input, options) => client.send(new DescribeVpcsCommand(input), options),
    ({ Vpcs }) => Vpcs,
  ),
  RouteTables: listed(
    (client, input, options) => client.send(new DescribeRouteTablesCommand(input), options),
    ({ RouteTables }) => RouteTables,
  ),
  NetworkAcls: listed(
    (client, input, options) => client.send(new DescribeNetworkAclsCommand(input), options),
    ({ NetworkAcls }) => NetworkAcls,
  ),
  VpcPeeringConnections: listed(
    (client, input, options) => client.send(new DescribeVpcPeeringConnectionsCommand(input), options),
    ({ VpcPeeringConnections }) => VpcPeeringConnections,
  ),
  TransitGateways: listed(
    (client, input, options) => client.send(new DescribeTransitGatewaysCommand(input), options),
    ({ TransitGateways }) => TransitGateways,
  ),
  TransitGatewayAttachments: listed(
    (client, input, options) => client.send(new DescribeTransitGatewayAttachmentsCommand(input), options),
    ({ TransitGatewayAttachments }) => TransitGatewayAttachments,
  ),
  TransitGatewayVpcAttachments: listed(
    (client, input, options) => client.send(new DescribeTransitGatewayVpcAttachmentsCommand(input), options),
    ({ TransitGatewayVpcAttachments }) => TransitGatewayVpcAttachments,
  ),
  TransitGatewayPeeringAttachments: listed(
    (client, input, options) =>
      client.send(new DescribeTransitGatewayPeeringAttachmentsCommand(input), options),
    ({ TransitGatewayPeeringAttachments }) => TransitGatewayPeeringAttachments,
  ),
  TransitGatewayRoutes: listed(
    (client, { TransitGatewayRouteTableId, ...input }, options) =>
      client.send(
        new SearchTransitGatewayRoutesCommand({
          ...input,
          TransitGatewayRouteTableId,
          Filters: input.Filters,
        }),
        options,
      ),
    ({ Routes }, { TransitGatewayRouteTableId, Filters }) =>
      Routes && [{ TransitGatewayRouteTableId, LongestPrefixMatch: Filters?.[0]?.Values[0], Routes }],
  ),
  VpnGateways: listed(
    (client, { Filters }, options) => client.send(new DescribeVpnGatewaysCommand({ Filters }), options),
    ({ VpnGateways }) => VpnGateways,
  ),
  VpnConnections: listed(
    (client, { Filters }, options) => client.send(new DescribeVpnConnectionsCommand({ Filters }), options),
    ({ VpnConnections }) => VpnConnections,
  ),
  NatGateways: listed(
    (client, { Filters, ...input }, options) =>
      client.send(new DescribeNatGatewaysCommand({ ...input, Filter: Filters }), options),
    ({ NatGateways }) => NatGateways,
  ),
  VpcEndpoints: listed(
    (client, input, options) => client.send(new DescribeVpcEndpointsCommand(input), options),
    ({ VpcEndpoints }) => VpcEndpoints,
  ),
  VpcAttributes: listed(
    (client, { VpcId }, options) =>
      client.send(new DescribeVpcAttributeCommand({ VpcId, Attribute: "enableDnsSupport" }), options),
    ({ VpcId, EnableDnsSupport }) => (EnableDnsSupport ? [{ VpcId, EnableDnsSupport }] : undefined),
  ),
};
