import type { Question } from "../../../../../src/core/reach/question";
import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import type { IpPermission, NetworkAclEntry, Route } from "../../../../../src/core/reach/snapshotNetwork";
import { type Chance, chance } from "./random";
import { randomTransit } from "./randomTransit";
import { type RandomVpc, randomVpc } from "./randomVpc";

export interface RandomNetwork {
  readonly snapshot: Snapshot;
  readonly question: Question;
}

export const onPremises = "172.16.0.5";

/** A small network with a bit of everything, mostly permissive, so that many packets arrive. */
export function randomNetwork(seed: number): RandomNetwork {
  const dice = chance(seed);
  // In a third of the networks nothing is filtered, so that long ways are gone to their end.
  const isFiltered = dice.percent(67);
  const vpcs = Array.from({ length: dice.pick([1, 2, 2, 3, 3]) }, (_, index) => randomVpc(dice, index));
  const transit = randomTransit(dice, vpcs);
  const peerings = vpcs.flatMap((one, index) =>
    vpcs.slice(index + 1).flatMap((other) => (dice.percent(60) ? [peering(dice, one, other)] : [])),
  );
  const nat = dice.percent(40) ? natGateway(dice, dice.pick(vpcs)) : undefined;
  const targetsOf = (vpc: RandomVpc) => [
    ...peerings
      .filter((each) => [each.RequesterVpcInfo.VpcId, each.AccepterVpcInfo.VpcId].includes(vpc.id))
      .map(({ VpcPeeringConnectionId }) => ({ VpcPeeringConnectionId })),
    ...transit.targetsOf(vpc),
    ...(nat?.VpcId === vpc.id ? [{ NatGatewayId: nat.NatGatewayId }] : []),
  ];
  const snapshot: Snapshot = {
    Vpcs: vpcs.map(({ id, net }) => ({ VpcId: id, CidrBlock: `${net}.0/24` })),
    Subnets: vpcs.flatMap(({ subnets }) => subnets),
    NetworkInterfaces: vpcs.flatMap(({ interfaces }) => interfaces),
    SecurityGroups: vpcs.flatMap(({ groups }) =>
      groups.map((GroupId) => ({
        GroupId,
        IpPermissions: permissions(dice, vpcs, GroupId, isFiltered),
        IpPermissionsEgress: permissions(dice, vpcs, GroupId, isFiltered),
      })),
    ),
    NetworkAcls: vpcs.flatMap((vpc) => acls(dice, vpc, vpcs, isFiltered)),
    RouteTables: vpcs.flatMap((vpc) => routeTables(dice, vpc, vpcs, targetsOf(vpc))),
    ManagedPrefixLists: prefixLists.map((PrefixListId) => ({ PrefixListId, AddressFamily: "IPv4" })),
    ManagedPrefixListEntries: prefixLists.map((PrefixListId) => ({
      PrefixListId,
      Entries: dice.some(blocksOf(dice, vpcs), 20).map((Cidr) => ({ Cidr })),
    })),
    VpcPeeringConnections: peerings,
    VpnGateways: [
      { VpnGatewayId: "vgw-1", VpcAttachments: [{ VpcId: dice.pick(vpcs).id, State: "attached" }] },
    ],
    NatGateways: nat ? [nat] : [],
    ...transit.lists,
  };
  return { snapshot, question: randomQuestion(dice, vpcs) };
}

const prefixLists = ["pl-1", "pl-2"];

function peering(dice: Chance, one: RandomVpc, other: RandomVpc) {
  const side = ({ id, net }: RandomVpc, Region: string) => ({ VpcId: id, CidrBlock: `${net}.0/24`, Region });
  return {
    VpcPeeringConnectionId: `pcx-${one.id}-${other.id}`,
    Status: { Code: dice.percent(88) ? "active" : "pending-acceptance" },
    RequesterVpcInfo: side(one, "us-east-1"),
    AccepterVpcInfo: side(other, dice.percent(80) ? "us-east-1" : "eu-west-1"),
  };
}

function natGateway(dice: Chance, vpc: RandomVpc) {
  const subnet = dice.pick(vpc.subnets);
  return {
    NatGatewayId: "nat-1",
    VpcId: vpc.id,
    SubnetId: subnet.SubnetId,
    State: "available",
    NatGatewayAddresses: [
      {
        PrivateIp: subnet.CidrBlock.replace(/\.(\d+)\/26$/, (_all, first) => `.${Number(first) + 9}`),
        IsPrimary: true,
      },
    ],
  };
}

function blocksOf(dice: Chance, vpcs: readonly RandomVpc[]): readonly string[] {
  const own = vpcs.flatMap(({ net, subnets, interfaces }) => [
    `${net}.0/24`,
    ...subnets.map(({ CidrBlock }) => CidrBlock),
    ...interfaces.map(({ PrivateIpAddress }) => `${PrivateIpAddress}/32`),
  ]);
  return dice.shuffled([...own, "10.0.0.0/8", "172.16.0.0/16", "0.0.0.0/0"]);
}

function permissions(
  dice: Chance,
  vpcs: readonly RandomVpc[],
  own: string,
  isFiltered: boolean,
): readonly IpPermission[] {
  const all = { IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
  const groups = [...vpcs.flatMap((vpc) => vpc.groups), own];
  const rules = Array.from({ length: dice.below(4) }, () => ({
    ...dice.pick([
      { IpProtocol: "tcp", FromPort: 6379, ToPort: 6380 },
      { IpProtocol: "6", FromPort: 0, ToPort: 65_535 },
      { IpProtocol: "tcp", FromPort: 32_768, ToPort: 65_535 },
      { IpProtocol: "udp", FromPort: 6379, ToPort: 6379 },
      { IpProtocol: "-1" },
    ]),
    ...dice.pick<IpPermission>([
      { IpRanges: [{ CidrIp: dice.pick(blocksOf(dice, vpcs)) }] },
      { UserIdGroupPairs: [{ GroupId: dice.pick(groups) }] },
      { PrefixListIds: [{ PrefixListId: dice.pick(prefixLists) }] },
    ]),
  }));
  return !isFiltered || dice.percent(70) ? [...rules, all] : rules;
}

function acls(dice: Chance, vpc: RandomVpc, vpcs: readonly RandomVpc[], isFiltered: boolean) {
  const edited = vpc.subnets.filter(() => isFiltered && dice.percent(22));
  const ofSubnets = edited.map(({ SubnetId }) => ({
    NetworkAclId: `acl-${SubnetId}`,
    VpcId: vpc.id,
    IsDefault: false,
    Associations: [{ SubnetId }],
    Entries: entries(dice, vpcs),
  }));
  const usual = {
    NetworkAclId: `acl-${vpc.id}`,
    VpcId: vpc.id,
    IsDefault: true,
    Associations: vpc.subnets.filter((each) => !edited.includes(each)).map(({ SubnetId }) => ({ SubnetId })),
    Entries: !isFiltered || dice.percent(88) ? [entry(100, false), entry(100, true)] : entries(dice, vpcs),
  };
  return [usual, ...ofSubnets];
}

function entries(dice: Chance, vpcs: readonly RandomVpc[]): readonly NetworkAclEntry[] {
  const some = [10, 20, 30, 40].flatMap((number) =>
    [true, false].flatMap((egress) =>
      dice.percent(35)
        ? [
            {
              ...entry(number, egress),
              CidrBlock: dice.pick(blocksOf(dice, vpcs)),
              RuleAction: dice.percent(60) ? "allow" : "deny",
              ...dice.pick([
                { Protocol: "-1" },
                { Protocol: "17" },
                { Protocol: "6", PortRange: { From: 6379, To: 6379 } },
                { Protocol: "6", PortRange: { From: 1024, To: 65_535 } },
                { Protocol: "6", PortRange: { From: 32_768, To: 61_000 } },
                { Protocol: "6", PortRange: { From: 1024, To: 32_767 } },
              ]),
            },
          ]
        : [],
    ),
  );
  const last = [true, false].flatMap((egress) => (dice.percent(70) ? [entry(100, egress)] : []));
  return dice.shuffled([...some, ...last]);
}

function entry(RuleNumber: number, Egress: boolean): NetworkAclEntry {
  return { RuleNumber, Egress, RuleAction: "allow", Protocol: "-1", CidrBlock: "0.0.0.0/0" };
}

function routeTables(dice: Chance, vpc: RandomVpc, vpcs: readonly RandomVpc[], targets: readonly Route[]) {
  const own = vpc.subnets.filter(() => dice.percent(35));
  const table = (RouteTableId: string, association: object) => ({
    RouteTableId,
    VpcId: vpc.id,
    Associations: [association],
    Routes: dice.shuffled(routes(dice, vpc, vpcs, targets)),
  });
  return [
    table(`rtb-${vpc.id}`, { Main: true }),
    ...own.map(({ SubnetId }) => table(`rtb-${SubnetId}`, { Main: false, SubnetId })),
  ];
}

function routes(
  dice: Chance,
  vpc: RandomVpc,
  vpcs: readonly RandomVpc[],
  targets: readonly Route[],
): readonly Route[] {
  const appliances = vpc.interfaces.map(({ NetworkInterfaceId }) => ({ NetworkInterfaceId }));
  // The local route's own target may be an appliance.
  const local = {
    DestinationCidrBlock: `${vpc.net}.0/24`,
    Origin: "CreateRouteTable",
    ...(dice.percent(96) ? { GatewayId: "local" } : dice.pick(appliances)),
  };
  const others = vpcs.filter((each) => each !== vpc);
  const toPeers = others.flatMap(({ net, subnets }) =>
    targets.length > 0 && dice.percent(85)
      ? [
          {
            DestinationCidrBlock: dice.percent(70) ? `${net}.0/24` : dice.pick(subnets).CidrBlock,
            ...dice.pick(targets),
          },
        ]
      : [],
  );
  const any: readonly Route[] = [
    ...targets,
    ...appliances,
    { GatewayId: "igw-1" },
    { GatewayId: "vgw-1" },
    { GatewayId: "vgw-1", Origin: "EnableVgwRoutePropagation" },
  ];
  const more = Array.from({ length: dice.below(3) }, () => ({
    ...dice.pick<Route>([
      { DestinationCidrBlock: "0.0.0.0/0" },
      { DestinationCidrBlock: "10.0.0.0/8" },
      { DestinationCidrBlock: "172.16.0.0/16" },
      { DestinationCidrBlock: dice.pick(blocksOf(dice, vpcs)) },
      { DestinationPrefixListId: dice.pick(prefixLists) },
    ]),
    State: dice.percent(88) ? "active" : "blackhole",
    ...dice.pick(any),
  }));
  const home = { DestinationCidrBlock: "172.16.0.0/12", GatewayId: "vgw-1" };
  const inspected = vpc.subnets.flatMap(({ CidrBlock }) =>
    dice.percent(12) ? [{ DestinationCidrBlock: CidrBlock, ...dice.pick(appliances) }] : [],
  );
  return onceEach([local, ...toPeers, ...more, ...inspected, ...(dice.percent(60) ? [home] : [])]);
}

/** EC2 refuses a second static route for a destination; one that is propagated may stand beside it. */
function onceEach(all: readonly Route[]): readonly Route[] {
  const key = ({ DestinationCidrBlock, DestinationPrefixListId, Origin }: Route) =>
    `${DestinationCidrBlock ?? DestinationPrefixListId} ${Origin === "EnableVgwRoutePropagation"}`;
  return [...new Map(all.toReversed().map((route) => [key(route), route])).values()];
}

function randomQuestion(dice: Chance, vpcs: readonly RandomVpc[]): Question {
  const interfaces = vpcs.flatMap((vpc) => vpc.interfaces);
  const one = dice.pick(interfaces);
  const other = dice.pick(
    interfaces.filter((each) => each !== one).concat(interfaces.length > 1 ? [] : [one]),
  );
  const nowhere = [`${dice.pick(vpcs).net}.${dice.pick([33, 200])}`, "10.9.0.4", "198.51.100.7"];
  return {
    from: dice.percent(80)
      ? { networkInterfaceId: one.NetworkInterfaceId }
      : { address: onPremises, gatewayId: dice.pick(["vgw-1", "tgw-attach-vpn"]) },
    to: { address: dice.percent(92) ? other.PrivateIpAddress : dice.pick(nowhere) },
    port: dice.percent(85) ? 6379 : 22,
  };
}
