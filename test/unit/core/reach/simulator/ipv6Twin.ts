import type { Question } from "../../../../../src/core/reach/question";
import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import type { PeeredVpc } from "../../../../../src/core/reach/snapshotGateways";
import type { RandomNetwork } from "./randomNetwork";

/** The same network in the other family: each address `a.b.c.d` is `fd00::a.b.c.d`, each block 96 bits longer. */
export function ipv6Twin({ snapshot, question }: RandomNetwork): RandomNetwork {
  const { from, to, port } = question;
  const twin: Question = {
    from: "address" in from ? { ...from, address: mapped(from.address) } : from,
    to: { address: mapped(to.address) },
    port,
  };
  return { snapshot: inIpv6(snapshot), question: twin };
}

function inIpv6(net: Snapshot): Snapshot {
  return {
    ...net,
    Vpcs: net.Vpcs?.map(({ CidrBlock, ...vpc }) => ({
      ...vpc,
      Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: block(CidrBlock) }],
    })),
    Subnets: net.Subnets?.map(({ CidrBlock, ...subnet }) => ({
      ...subnet,
      Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: block(CidrBlock) }],
    })),
    NetworkInterfaces: net.NetworkInterfaces?.map(({ PrivateIpAddress = "", ...own }) => ({
      ...own,
      Ipv6Addresses: [{ Ipv6Address: mapped(PrivateIpAddress) }],
    })),
    SecurityGroups: net.SecurityGroups?.map(({ GroupId, IpPermissions, IpPermissionsEgress }) => ({
      GroupId,
      IpPermissions: IpPermissions?.map(permission),
      IpPermissionsEgress: IpPermissionsEgress?.map(permission),
    })),
    NetworkAcls: net.NetworkAcls?.map((acl) => ({
      ...acl,
      Entries: acl.Entries?.map(({ CidrBlock, ...entry }) => ({ ...entry, Ipv6CidrBlock: block(CidrBlock) })),
    })),
    RouteTables: net.RouteTables?.map((table) => ({
      ...table,
      Routes: table.Routes?.map(({ DestinationCidrBlock, ...route }) => ({
        ...route,
        ...(DestinationCidrBlock === undefined
          ? {}
          : { DestinationIpv6CidrBlock: block(DestinationCidrBlock) }),
      })),
    })),
    ManagedPrefixLists: net.ManagedPrefixLists?.map((list) => ({ ...list, AddressFamily: "IPv6" })),
    ManagedPrefixListEntries: net.ManagedPrefixListEntries?.map(({ PrefixListId, Entries }) => ({
      PrefixListId,
      Entries: Entries?.map(({ Cidr }) => ({ Cidr: block(Cidr) })),
    })),
    VpcPeeringConnections: net.VpcPeeringConnections?.map((pcx) => ({
      ...pcx,
      RequesterVpcInfo: side(pcx.RequesterVpcInfo),
      AccepterVpcInfo: side(pcx.AccepterVpcInfo),
    })),
    TransitGatewayVpcAttachments: net.TransitGatewayVpcAttachments?.map((attachment) => ({
      ...attachment,
      Options: { ...attachment.Options, Ipv6Support: "enable" },
    })),
    TransitGatewayRoutes: net.TransitGatewayRoutes?.map((search) => ({
      ...search,
      Routes: search.Routes?.map((route) => ({
        ...route,
        DestinationCidrBlock: block(route.DestinationCidrBlock),
      })),
    })),
    NatGateways: net.NatGateways?.map((nat) => ({
      ...nat,
      NatGatewayAddresses: nat.NatGatewayAddresses?.map(({ PrivateIp = "" }) => ({
        PrivateIp: mapped(PrivateIp),
      })),
    })),
  };
}

type Permission = NonNullable<NonNullable<Snapshot["SecurityGroups"]>[number]["IpPermissions"]>[number];

function permission({ IpRanges, ...rest }: Permission): Permission {
  return { ...rest, Ipv6Ranges: IpRanges?.map(({ CidrIp }) => ({ CidrIpv6: block(CidrIp) })) };
}

function side({ CidrBlock, ...info }: PeeredVpc = {}): PeeredVpc {
  return { ...info, Ipv6CidrBlockSet: [{ Ipv6CidrBlock: block(CidrBlock) }] };
}

function mapped(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  return `fd00::${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

function block(cidr = ""): string {
  const [first = "", length = "32"] = cidr.split("/");
  return length === "0" ? "::/0" : `${mapped(first)}/${Number(length) + 96}`;
}
