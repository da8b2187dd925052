import { type Address, holds } from "./address";
import { isRead } from "./read";
import type { Snapshot } from "./snapshot";
import type { PeeredVpc } from "./snapshotGateways";
import type { Subnet, Vpc } from "./snapshotNetwork";

/** The blocks that a VPC has. One that was taken away stays in the answer for a while, as `disassociated`. */
export function blocksOfVpc(vpc: Vpc): readonly string[] {
  const ipv4 = vpc.CidrBlockAssociationSet ?? [{ CidrBlock: vpc.CidrBlock }];
  return [
    ...ipv4.filter(({ CidrBlockState }) => isThere(CidrBlockState?.State)).map(({ CidrBlock }) => CidrBlock),
    ...(vpc.Ipv6CidrBlockAssociationSet ?? [])
      .filter(({ Ipv6CidrBlockState }) => isThere(Ipv6CidrBlockState?.State))
      .map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  ].flatMap((block) => block ?? []);
}

export function blocksOfSubnet(subnet: Subnet): readonly string[] {
  return [
    subnet.CidrBlock,
    ...(subnet.Ipv6CidrBlockAssociationSet ?? [])
      .filter(({ Ipv6CidrBlockState }) => isThere(Ipv6CidrBlockState?.State))
      .map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  ].flatMap((block) => block ?? []);
}

export function blocksOfPeer(side: PeeredVpc): readonly string[] {
  return [
    side.CidrBlock,
    ...(side.CidrBlockSet ?? []).map(({ CidrBlock }) => CidrBlock),
    ...(side.Ipv6CidrBlockSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  ].flatMap((block) => block ?? []);
}

/** The subnet of a VPC that holds an address. */
export function subnetWith(snapshot: Snapshot, vpcId: string, address: Address): Subnet | undefined {
  return snapshot.Subnets?.find(
    (subnet) => subnet.VpcId === vpcId && blocksOfSubnet(subnet).some((block) => holds(block, address)),
  );
}

/** The VPCs that hold an address: those that were read, and those that a peering connection tells of. */
export function vpcsWith(snapshot: Snapshot, address: Address): readonly string[] {
  const own = (snapshot.Vpcs ?? []).filter((vpc) => blocksOfVpc(vpc).some((block) => holds(block, address)));
  const peers = (snapshot.VpcPeeringConnections ?? [])
    .flatMap(({ AccepterVpcInfo, RequesterVpcInfo }) => [AccepterVpcInfo, RequesterVpcInfo])
    .filter((side) => side !== undefined && blocksOfPeer(side).some((block) => holds(block, address)));
  return [...new Set([...own, ...peers].flatMap((vpc) => vpc?.VpcId ?? []))];
}

/** Whether what has an address in a VPC was read. A VPC that no answer shows is another account's. */
export function isVpcRead(snapshot: Snapshot, vpcId: string): boolean {
  const shown = snapshot.Vpcs ?? snapshot.Subnets ?? snapshot.NetworkInterfaces ?? [];
  return isRead(snapshot, "NetworkInterfaces", vpcId) && shown.some(({ VpcId }) => VpcId === vpcId);
}

function isThere(state: string | undefined): boolean {
  return state === undefined || state === "associated" || state === "associating";
}
