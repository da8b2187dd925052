import { XmlList } from "../../xml";
import { describing } from "../describing";
import type { Attachment, TransitGateway } from "./model";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGateways.html */
export const describeTransitGateways = describing<TransitGateway>({
  set: "transitGatewaySet",
  ids: { param: "TransitGatewayIds", missing: "InvalidTransitGatewayID.NotFound" },
  all: ({ state }) => state.ec2.paths.transitGateways,
  idOf: ({ id }) => id,
  filters: { fields: { "transit-gateway-id": ({ id }) => [id] } },
  limits: [5, 1000],
  xml: ({ id, ownerId, securityGroupReferencing }) => ({
    transitGatewayId: id,
    state: "available",
    ownerId,
    options: { securityGroupReferencingSupport: securityGroupReferencing ? "enable" : "disable" },
  }),
});

const attachments = {
  ids: { param: "TransitGatewayAttachmentIds", missing: "InvalidTransitGatewayAttachmentID.NotFound" },
  idOf: ({ id }: Attachment) => id,
  limits: [5, 1000],
} as const;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGatewayAttachments.html */
export const describeTransitGatewayAttachments = describing<Attachment>({
  ...attachments,
  set: "transitGatewayAttachments",
  all: ({ state }) => state.ec2.paths.attachments,
  filters: {
    fields: {
      "resource-id": ({ vpcId }) => [vpcId],
      "resource-type": () => ["vpc"],
      "transit-gateway-attachment-id": ({ id }) => [id],
      "transit-gateway-id": ({ gatewayId }) => [gatewayId],
    },
  },
  xml: ({ id, gatewayId, vpcId, tableId }, { account }) => ({
    transitGatewayAttachmentId: id,
    transitGatewayId: gatewayId,
    transitGatewayOwnerId: account.accountId,
    resourceOwnerId: account.accountId,
    resourceType: "vpc",
    resourceId: vpcId,
    state: "available",
    association: { transitGatewayRouteTableId: tableId, state: "associated" },
  }),
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGatewayVpcAttachments.html */
export const describeTransitGatewayVpcAttachments = describing<Attachment>({
  ...attachments,
  set: "transitGatewayVpcAttachments",
  all: ({ state }) => state.ec2.paths.attachments,
  filters: {
    fields: {
      "transit-gateway-attachment-id": ({ id }) => [id],
      "transit-gateway-id": ({ gatewayId }) => [gatewayId],
      "vpc-id": ({ vpcId }) => [vpcId],
    },
  },
  xml: ({ id, gatewayId, vpcId, subnetIds }, { account }) => ({
    transitGatewayAttachmentId: id,
    transitGatewayId: gatewayId,
    vpcId,
    vpcOwnerId: account.accountId,
    state: "available",
    subnetIds: new XmlList("item", subnetIds),
    options: {
      dnsSupport: "enable",
      ipv6Support: "disable",
      applianceModeSupport: "disable",
      securityGroupReferencingSupport: "enable",
    },
  }),
});
