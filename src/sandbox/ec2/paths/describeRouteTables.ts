import { XmlList, type XmlObject } from "../../xml";
import { describing } from "../describing";
import { fixedId } from "../ids";
import { tagsXml } from "../tags";
import type { Route, RouteTable } from "./model";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html */
export const describeRouteTables = describing<RouteTable>({
  set: "routeTableSet",
  ids: { param: "RouteTableId", missing: "InvalidRouteTableID.NotFound" },
  all: ({ state }) => state.ec2.paths.routeTables,
  idOf: ({ id }) => id,
  filters: {
    fields: {
      "association.gateway-id": () => [],
      "association.main": ({ isMain }) => [String(isMain)],
      "association.subnet-id": ({ subnetIds }) => subnetIds,
      "route-table-id": ({ id }) => [id],
      "vpc-id": ({ vpcId }) => [vpcId],
    },
    tags: ({ tags }) => tags,
  },
  limits: [5, 100],
  xml: ({ id, vpcId, routes, isMain, subnetIds, tags }, { account }) => ({
    routeTableId: id,
    vpcId,
    ownerId: account.accountId,
    routeSet: new XmlList("item", routes.map(routeXml)),
    associationSet: new XmlList("item", [
      ...(isMain ? [{ ...associationXml(id, "main"), main: true }] : []),
      ...subnetIds.map((subnetId) => ({ ...associationXml(id, subnetId), subnetId, main: false })),
    ]),
    tagSet: tagsXml(tags),
  }),
});

function associationXml(routeTableId: string, what: string): XmlObject {
  return {
    routeTableAssociationId: fixedId("rtbassoc", routeTableId, what),
    routeTableId,
    associationState: { state: "associated" },
  };
}

const targets: readonly (readonly [string, string])[] = [
  ["pcx-", "vpcPeeringConnectionId"],
  ["tgw-", "transitGatewayId"],
  ["nat-", "natGatewayId"],
  ["eni-", "networkInterfaceId"],
];

function routeXml({ destination, target, state }: Route): XmlObject {
  const [, member = "gatewayId"] = targets.find(([prefix]) => target.startsWith(prefix)) ?? [];
  return {
    [destination.includes(":") ? "destinationIpv6CidrBlock" : "destinationCidrBlock"]: destination,
    [member]: target,
    state: state ?? "active",
    origin: target === "local" ? "CreateRouteTable" : "CreateRoute",
  };
}
