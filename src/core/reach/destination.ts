import { type Address, holds } from "./address";
import { interfacesWith } from "./networkInterface";
import type { Snapshot } from "./snapshot";
import type { NetworkInterface } from "./snapshotNetwork";
import { blocksOfSubnet } from "./vpcBlocks";

/** An interface that has the address. Where two VPCs have one block, there may be several. */
export interface Destination {
  readonly interface: NetworkInterface;
  readonly subnetId: string;
  readonly vpcId: string;
}

export function destinationsOf(snapshot: Snapshot, to: Address): readonly Destination[] {
  return interfacesWith(snapshot.NetworkInterfaces ?? [], to).flatMap(asDestination);
}

/** The subnets that the address is in; where nobody is known to have it, those that hold it. */
export function homesOf(
  snapshot: Snapshot,
  candidates: readonly Destination[],
  to: Address,
): readonly string[] {
  return candidates.length > 0
    ? candidates.map(({ subnetId }) => subnetId)
    : (snapshot.Subnets ?? [])
        .filter((subnet) => blocksOfSubnet(subnet).some((block) => holds(block, to)))
        .flatMap(({ SubnetId }) => SubnetId ?? []);
}

function asDestination(each: NetworkInterface): readonly Destination[] {
  const { SubnetId, VpcId } = each;
  return SubnetId === undefined || VpcId === undefined
    ? []
    : [{ interface: each, subnetId: SubnetId, vpcId: VpcId }];
}
