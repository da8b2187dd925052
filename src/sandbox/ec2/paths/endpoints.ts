import { serverlessEndpoints } from "../../elasticache/serverlessEndpoints";
import { XmlList } from "../../xml";
import { describing } from "../describing";
import type { Endpoint } from "./model";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpoints.html The doors of serverless caches. */
export const describeVpcEndpoints = describing<Endpoint>({
  set: "vpcEndpointSet",
  ids: { param: "VpcEndpointId", missing: "InvalidVpcEndpointId.NotFound" },
  all: serverlessEndpoints,
  idOf: ({ id }) => id,
  filters: {
    fields: {
      "service-name": ({ serviceName }) => [serviceName],
      "vpc-endpoint-id": ({ id }) => [id],
      "vpc-endpoint-type": () => ["Interface"],
      "vpc-id": ({ vpcId }) => [vpcId],
    },
    tags: () => new Map([["AmazonElastiCacheManaged", "true"]]),
  },
  limits: [5, 1000],
  xml: ({ id, vpcId, serviceName, subnetIds, groupIds, interfaceIds }, { account }) => ({
    vpcEndpointId: id,
    vpcEndpointType: "Interface",
    vpcId,
    serviceName,
    state: "available",
    ownerId: account.accountId,
    subnetIdSet: new XmlList("item", subnetIds),
    groupSet: new XmlList(
      "item",
      groupIds.map((groupId) => ({ groupId })),
    ),
    networkInterfaceIdSet: new XmlList("item", interfaceIds),
    tagSet: new XmlList("item", [{ key: "AmazonElastiCacheManaged", value: "true" }]),
  }),
});
