import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import { ask, cacheFar, edit, eni, table, transit } from "./network";
import { pages, type Trap } from "./trap";

const everything = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
const zones = ["a", "b"];

/** An inspection VPC between the two, with an appliance in each zone; the cache is in the other zone. */
function inspected(applianceMode: string): Snapshot {
  const base = edit(
    edit(transit(), "Subnets", "subnet-cache", { AvailabilityZone: "zone-b" }),
    "Subnets",
    "subnet-door-cache",
    { AvailabilityZone: "zone-b" },
  );
  const to = (name: string) => [{ TransitGatewayAttachmentId: `tgw-attach-${name}`, ResourceType: "vpc" }];
  const routes = (name: string, ...all: readonly (readonly [block: string, to: string])[]) => ({
    TransitGatewayRouteTableId: `tgw-rtb-${name}`,
    Routes: all.map(([DestinationCidrBlock, target]) => ({
      DestinationCidrBlock,
      Type: "static",
      State: "active",
      TransitGatewayAttachments: to(target),
    })),
  });
  const box = (zone: string, host: string) =>
    eni(`box-${zone}`, host, `box-${zone}`, "inspect", {
      SourceDestCheck: false,
      Groups: [{ GroupId: "sg-box" }],
    });
  return {
    ...base,
    Vpcs: [...(base.Vpcs ?? []), { VpcId: "vpc-inspect", CidrBlock: "192.168.0.0/16" }],
    Subnets: [
      ...(base.Subnets ?? []),
      ...zones.flatMap((zone) =>
        ["door", "box"].map((name) => ({
          SubnetId: `subnet-${name}-${zone}`,
          VpcId: "vpc-inspect",
          AvailabilityZone: `zone-${zone}`,
        })),
      ),
    ],
    NetworkInterfaces: [...(base.NetworkInterfaces ?? []), box("a", "192.168.1.4"), box("b", "192.168.2.4")],
    SecurityGroups: [
      ...(base.SecurityGroups ?? []),
      { GroupId: "sg-box", IpPermissions: everything, IpPermissionsEgress: everything },
    ],
    NetworkAcls: [
      ...(base.NetworkAcls ?? []),
      {
        NetworkAclId: "acl-inspect",
        VpcId: "vpc-inspect",
        IsDefault: true,
        Entries: base.NetworkAcls?.[0]?.Entries,
      },
    ],
    RouteTables: [
      ...(base.RouteTables ?? []),
      ...zones.flatMap((zone) => [
        table(
          `door-${zone}`,
          "inspect",
          [{ DestinationCidrBlock: "10.0.0.0/8", NetworkInterfaceId: `eni-box-${zone}` }],
          {
            SubnetId: `subnet-door-${zone}`,
          },
        ),
        table(`box-${zone}`, "inspect", [{ DestinationCidrBlock: "10.0.0.0/8", TransitGatewayId: "tgw-1" }], {
          SubnetId: `subnet-box-${zone}`,
        }),
      ]),
    ].map((each) => (each.VpcId === "vpc-inspect" ? { ...each, Routes: each.Routes?.slice(1) } : each)),
    TransitGatewayVpcAttachments: [
      ...(base.TransitGatewayVpcAttachments ?? []),
      {
        TransitGatewayAttachmentId: "tgw-attach-inspect",
        TransitGatewayId: "tgw-1",
        VpcId: "vpc-inspect",
        SubnetIds: ["subnet-door-a", "subnet-door-b"],
        Options: { ApplianceModeSupport: applianceMode, SecurityGroupReferencingSupport: "enable" },
      },
    ],
    TransitGatewayAttachments: [
      ...(base.TransitGatewayAttachments ?? []),
      {
        TransitGatewayAttachmentId: "tgw-attach-inspect",
        TransitGatewayId: "tgw-1",
        ResourceType: "vpc",
        Association: { TransitGatewayRouteTableId: "tgw-rtb-inspect", State: "associated" },
      },
    ],
    TransitGatewayRoutes: [
      routes("app", ["10.2.0.0/16", "inspect"]),
      routes("cache", ["10.1.0.0/16", "inspect"]),
      routes("inspect", ["10.2.0.0/16", "cache"], ["10.1.0.0/16", "app"]),
    ],
  };
}

export const inspectionTraps: readonly Trap[] = [
  {
    title: "7. without appliance mode the two directions pass two appliances of an inspection VPC",
    source: pages.transitAttachments,
    net: inspected("disable"),
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["returnRoute", "eni-box-a", "TGW_ATTACH_VPC_AZ_RESTRICTION"],
    says: /one direction/,
  },
  {
    title: "7. in appliance mode both directions pass one",
    source: pages.transitAttachments,
    net: inspected("enable"),
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["transitGateway", "eni-box-a"],
    says: /software/,
  },
  {
    title: "7. behind an inspection VPC references to groups do not count",
    source: pages.transitAttachments,
    net: edit(inspected("enable"), "SecurityGroups", "sg-cache", {
      IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-app" }] }],
    }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "SG_REFERENCES_NOT_PRESERVED"],
  },
];
