import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import type { TransitGatewayRoute } from "../../../../../src/core/reach/snapshotGateways";
import type { Route } from "../../../../../src/core/reach/snapshotNetwork";
import type { Chance } from "./random";
import type { RandomVpc } from "./randomVpc";

interface Attached {
  readonly id: string;
  readonly gateway: string;
  readonly vpc: RandomVpc;
}

/** Two transit gateways, peered or not: the VPCs are attached to one or the other, on premises to the first. */
export function randomTransit(
  dice: Chance,
  vpcs: readonly RandomVpc[],
): { readonly lists: Snapshot; readonly targetsOf: (vpc: RandomVpc) => readonly Route[] } {
  const attached: readonly Attached[] = vpcs.flatMap((vpc) =>
    dice.percent(85)
      ? [{ id: `tgw-attach-${vpc.id}`, gateway: dice.percent(85) ? "tgw-1" : "tgw-2", vpc }]
      : [],
  );
  const others = [
    { id: "tgw-attach-vpn", gateway: "tgw-1", type: "vpn" },
    { id: "tgw-attach-peering", gateway: "tgw-1", type: "peering" },
    { id: "tgw-attach-peering", gateway: "tgw-2", type: "peering" },
  ];
  const lists: Snapshot = {
    TransitGateways: ["tgw-1", "tgw-2"].map((TransitGatewayId) => ({
      TransitGatewayId,
      Options: { SecurityGroupReferencingSupport: support(dice) },
    })),
    TransitGatewayVpcAttachments: attached.map(({ id, gateway, vpc }) => ({
      TransitGatewayAttachmentId: id,
      TransitGatewayId: gateway,
      VpcId: vpc.id,
      State: dice.percent(94) ? "available" : "pendingAcceptance",
      SubnetIds: oneInEachZone(dice, vpc),
      Options: {
        SecurityGroupReferencingSupport: support(dice),
        ApplianceModeSupport: dice.percent(20) ? "enable" : "disable",
      },
    })),
    TransitGatewayAttachments: [
      ...attached.map(({ id, gateway, vpc }) => ({ id, gateway, type: "vpc", resource: vpc.id })),
      ...others.map((other) => ({ ...other, resource: "" })),
    ].map(({ id, gateway, type, resource }) => ({
      TransitGatewayAttachmentId: id,
      TransitGatewayId: gateway,
      ResourceType: type,
      ResourceId: resource,
      State: "available",
      ...(dice.percent(92)
        ? {
            Association: {
              TransitGatewayRouteTableId: `${gateway}-rtb-${dice.below(2)}`,
              State: "associated",
            },
          }
        : {}),
    })),
    TransitGatewayPeeringAttachments: [
      {
        TransitGatewayAttachmentId: "tgw-attach-peering",
        State: dice.percent(85) ? "available" : "pendingAcceptance",
        RequesterTgwInfo: { TransitGatewayId: "tgw-1" },
        AccepterTgwInfo: { TransitGatewayId: "tgw-2" },
      },
    ],
    TransitGatewayRoutes: ["tgw-1", "tgw-2"].flatMap((gateway) =>
      [0, 1].map((number) => ({
        TransitGatewayRouteTableId: `${gateway}-rtb-${number}`,
        Routes: dice.shuffled(routes(dice, gateway, attached)),
      })),
    ),
  };
  return {
    lists,
    targetsOf: (vpc) =>
      attached.filter((each) => each.vpc === vpc).map(({ gateway }) => ({ TransitGatewayId: gateway })),
  };
}

function support(dice: Chance): string {
  return dice.percent(75) ? "enable" : "disable";
}

function oneInEachZone(dice: Chance, { subnets }: RandomVpc): readonly string[] {
  const byZone = new Map(dice.shuffled(subnets).map((each) => [each.AvailabilityZone, each.SubnetId]));
  return dice.some([...byZone.values()], 75);
}

function routes(
  dice: Chance,
  gateway: string,
  attached: readonly Attached[],
): readonly TransitGatewayRoute[] {
  const to = (id: string, ResourceType: string) => ({
    TransitGatewayAttachments: [{ TransitGatewayAttachmentId: id, ResourceType }],
  });
  const near = attached.filter((each) => each.gateway === gateway);
  const far = attached.filter((each) => each.gateway !== gateway);
  const propagated = near
    .filter(() => dice.percent(80))
    .map(({ id, vpc }) => ({
      DestinationCidrBlock: `${vpc.net}.0/24`,
      Type: "propagated",
      State: "active",
      ...to(id, "vpc"),
    }));
  const stray = near
    .filter(() => dice.percent(12))
    .map(({ id, vpc }) => ({
      DestinationCidrBlock: dice.pick([`${vpc.net}.0/24`, "10.0.0.0/8", dice.pick(vpc.subnets).CidrBlock]),
      Type: "static",
      ...(dice.percent(50) ? { State: "blackhole" } : { State: "active", ...to(id, "vpc") }),
    }));
  const peered = far
    .filter(() => dice.percent(80))
    .map(({ vpc }) => ({
      DestinationCidrBlock: `${vpc.net}.0/24`,
      Type: dice.percent(85) ? "static" : "propagated",
      State: "active",
      ...to("tgw-attach-peering", "peering"),
    }));
  const home = {
    DestinationCidrBlock: "172.16.0.0/16",
    Type: "propagated",
    State: "active",
    ...to("tgw-attach-vpn", "vpn"),
  };
  return [...propagated, ...stray, ...peered, ...(gateway === "tgw-1" && dice.percent(85) ? [home] : [])];
}
