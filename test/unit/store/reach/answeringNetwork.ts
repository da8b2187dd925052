import { EC2Client } from "@aws-sdk/client-ec2";
import type { PathEntry, PathRead, PathReads, PathsApi } from "../../../../src/aws/api/paths";
import { failed, succeeded } from "../../../../src/core/outcome";
import type { Snapshot } from "../../../../src/core/reach/snapshot";
import { blocksOfVpc } from "../../../../src/core/reach/vpcBlocks";
import type { PathInput, PathList } from "../../../../src/core/requests/paths";
import { cidrOf } from "../../../../src/core/rules/cidr";
import type { Target } from "../../../../src/core/target";

type Texts = readonly (string | undefined)[];
type Fields<L extends PathList> = Readonly<Record<string, (entry: PathEntry<L>, net: Snapshot) => Texts>>;

/** What EC2's filters, and the parameters that stand for one, look at. Those that are not here are unknown to EC2. */
const fields: { readonly [L in PathList]: Fields<L> } = {
  NetworkInterfaces: {
    "network-interface-id": (each) => [each.NetworkInterfaceId],
    "attachment.instance-id": (each) => [each.Attachment?.InstanceId],
    "addresses.private-ip-address": (each) => [
      each.PrivateIpAddress,
      ...(each.PrivateIpAddresses ?? []).map(({ PrivateIpAddress }) => PrivateIpAddress),
    ],
    "ipv6-addresses.ipv6-address": (each) => (each.Ipv6Addresses ?? []).map(({ Ipv6Address }) => Ipv6Address),
    "subnet-id": (each) => [each.SubnetId],
    "vpc-id": (each) => [each.VpcId],
  },
  Reservations: {
    "instance-id": (each) => (each.Instances ?? []).map(({ InstanceId }) => InstanceId),
  },
  Subnets: { "subnet-id": (each) => [each.SubnetId], "vpc-id": (each) => [each.VpcId] },
  Vpcs: { "vpc-id": (each) => [each.VpcId] },
  VpcAttributes: { VpcId: (each) => [each.VpcId] },
  RouteTables: {
    "association.subnet-id": (each) => (each.Associations ?? []).map(({ SubnetId }) => SubnetId),
    "association.gateway-id": (each) => (each.Associations ?? []).map(({ GatewayId }) => GatewayId),
    "association.main": (each) => (each.Associations ?? []).map(({ Main }) => String(Main ?? false)),
    "vpc-id": (each) => [each.VpcId],
  },
  NetworkAcls: {
    // Every subnet is associated with one, be it the default one.
    "association.subnet-id": (each, { Subnets = [], NetworkAcls = [] }) => {
      const associated = NetworkAcls.flatMap(({ Associations = [] }) =>
        Associations.map(({ SubnetId }) => SubnetId),
      );
      const others = Subnets.filter(
        ({ SubnetId, VpcId }) => VpcId === each.VpcId && !associated.includes(SubnetId),
      );
      return [
        ...(each.Associations ?? []).map(({ SubnetId }) => SubnetId),
        ...(each.IsDefault ? others.map(({ SubnetId }) => SubnetId) : []),
      ];
    },
  },
  SecurityGroups: { "group-id": (each) => [each.GroupId] },
  SecurityGroupRules: { "group-id": (each) => [each.GroupId] },
  ManagedPrefixListEntries: { PrefixListId: (each) => [each.PrefixListId] },
  VpcPeeringConnections: {
    "vpc-peering-connection-id": (each) => [each.VpcPeeringConnectionId],
    "requester-vpc-info.vpc-id": (each) => [each.RequesterVpcInfo?.VpcId],
    "accepter-vpc-info.vpc-id": (each) => [each.AccepterVpcInfo?.VpcId],
    "status-code": (each) => [each.Status?.Code],
  },
  TransitGateways: { "transit-gateway-id": (each) => [each.TransitGatewayId] },
  TransitGatewayAttachments: {
    "transit-gateway-attachment-id": (each) => [each.TransitGatewayAttachmentId],
    "transit-gateway-id": (each) => [each.TransitGatewayId],
    "resource-type": (each) => [each.ResourceType],
  },
  TransitGatewayVpcAttachments: {
    "transit-gateway-attachment-id": (each) => [each.TransitGatewayAttachmentId],
    "transit-gateway-id": (each) => [each.TransitGatewayId],
    "vpc-id": (each) => [each.VpcId],
  },
  TransitGatewayPeeringAttachments: {
    "transit-gateway-attachment-id": (each) => [
      each.TransitGatewayAttachmentId,
      each.AccepterTransitGatewayAttachmentId,
    ],
  },
  TransitGatewayRoutes: {
    TransitGatewayRouteTableId: (each) => [each.TransitGatewayRouteTableId],
    // The whole table is an answer too.
    "route-search.longest-prefix-match": () => [undefined],
  },
  VpnGateways: { "vpn-gateway-id": (each) => [each.VpnGatewayId] },
  VpnConnections: { "vpn-gateway-id": (each) => [each.VpnGatewayId] },
  NatGateways: { "nat-gateway-id": (each) => [each.NatGatewayId] },
  VpcEndpoints: { "vpc-endpoint-id": (each) => [each.VpcEndpointId] },
};

/** One question that was asked: `Subnets vpc-id=vpc-1,vpc-2`. */
export interface Asked {
  readonly list: PathList;
  readonly target: Target;
  readonly of: Readonly<Record<string, readonly string[]>>;
}

/** A network that answers as EC2 does: what its filters leave of a list. A list that it has not is refused. */
export class AnsweringNetwork implements Pick<PathsApi, "readPath"> {
  readonly asked: Asked[] = [];
  readonly reads: PathReads;
  readonly #net: Snapshot;
  /** Of the request that is answered now. */
  #target: Target = { profile: "", region: "" };
  readonly #client = new EC2Client({ region: "us-west-2" });

  constructor(net: Snapshot) {
    this.#net = withLocalRoutes(net);
    this.reads = {
      NetworkInterfaces: this.#reading("NetworkInterfaces"),
      Reservations: this.#reading("Reservations"),
      Subnets: this.#reading("Subnets"),
      Vpcs: this.#reading("Vpcs"),
      VpcAttributes: this.#reading("VpcAttributes"),
      RouteTables: this.#reading("RouteTables"),
      NetworkAcls: this.#reading("NetworkAcls"),
      SecurityGroups: this.#reading("SecurityGroups"),
      SecurityGroupRules: this.#reading("SecurityGroupRules"),
      ManagedPrefixListEntries: this.#reading("ManagedPrefixListEntries"),
      VpcPeeringConnections: this.#reading("VpcPeeringConnections"),
      TransitGateways: this.#reading("TransitGateways"),
      TransitGatewayAttachments: this.#reading("TransitGatewayAttachments"),
      TransitGatewayVpcAttachments: this.#reading("TransitGatewayVpcAttachments"),
      TransitGatewayPeeringAttachments: this.#reading("TransitGatewayPeeringAttachments"),
      TransitGatewayRoutes: this.#reading("TransitGatewayRoutes"),
      VpnGateways: this.#reading("VpnGateways"),
      VpnConnections: this.#reading("VpnConnections"),
      NatGateways: this.#reading("NatGateways"),
      VpcEndpoints: this.#reading("VpcEndpoints"),
    };
  }

  readonly readPath: PathsApi["readPath"] = async (target, read, { input, service, action }) => {
    this.#target = target;
    const { entries } = await read(this.#client, input, { abortSignal: new AbortController().signal });
    return entries === undefined
      ? failed({ kind: "accessDenied", message: "No.", action: `${service}:${action}` })
      : succeeded(entries);
  };

  #reading<L extends PathList>(list: L): PathRead<PathEntry<L>> {
    return async (_client, input) => {
      const of = conditionsIn(input);
      this.asked.push({ list, of, target: this.#target });
      return { $metadata: {}, entries: this.#answer(list, of) };
    };
  }

  #answer<L extends PathList>(list: L, of: Asked["of"]): readonly PathEntry<L>[] | undefined {
    const entries: readonly PathEntry<L>[] | undefined = this.#net[list];
    const known: Fields<L> = fields[list];
    return entries?.filter((entry) =>
      Object.entries(of).every(([name, values]) => {
        const texts = known[name]?.(entry, this.#net);
        if (texts === undefined) {
          throw new Error(`The filter '${name}' is invalid`);
        }
        return (
          name.startsWith("route-search.") ||
          texts.some((text) => text !== undefined && values.includes(text))
        );
      }),
    );
  }
}

/** EC2 shows the local routes in every table, one for each block of the VPC that no other route took the place of. */
function withLocalRoutes(net: Snapshot): Snapshot {
  const tables = net.RouteTables?.map((table) => {
    const { Routes = [], VpcId } = table;
    const vpc = net.Vpcs?.find((each) => each.VpcId === VpcId);
    const shown = Routes.map((each) =>
      textOf(each.DestinationCidrBlock ?? each.DestinationIpv6CidrBlock ?? ""),
    );
    const local = (vpc ? blocksOfVpc(vpc) : [])
      .filter((block) => !shown.includes(textOf(block)))
      .map((block) => ({
        GatewayId: "local",
        ...(block.includes(":") ? { DestinationIpv6CidrBlock: block } : { DestinationCidrBlock: block }),
      }));
    return { ...table, Routes: [...Routes, ...local] };
  });
  return tables ? { ...net, RouteTables: tables } : net;
}

function textOf(block: string): string | undefined {
  return cidrOf(block)?.text;
}

function conditionsIn({ Filters = [], MaxResults: _, ...rest }: PathInput): Asked["of"] {
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, [String(value)]])),
    ...Object.fromEntries(Filters.map(({ Name, Values }) => [Name, Values])),
  };
}
