import type { NetworkInterface, Subnet } from "../../../../../src/core/reach/snapshotNetwork";
import type { Chance } from "./random";

/** A VPC of 256 addresses: three subnets of 64, some of which are there, and a quarter that is no subnet. */
export interface RandomVpc {
  readonly id: string;
  readonly net: string;
  readonly subnets: readonly (Subnet & { readonly SubnetId: string; readonly CidrBlock: string })[];
  readonly interfaces: readonly (NetworkInterface & {
    readonly NetworkInterfaceId: string;
    readonly PrivateIpAddress: string;
  })[];
  readonly groups: readonly string[];
}

export function randomVpc(dice: Chance, index: number): RandomVpc {
  const id = `vpc-${index}`;
  // Two VPCs with one block are what peering gets wrong most.
  const net = index > 0 && dice.percent(12) ? "10.0.0" : `10.${index}.0`;
  const groups = [`sg-${index}a`, `sg-${index}b`];
  const subnets = dice.some([0, 64, 128], 60).map((first, at) => ({
    SubnetId: `subnet-${index}-${at}`,
    VpcId: id,
    CidrBlock: `${net}.${first}/26`,
    AvailabilityZone: dice.pick(["zone-a", "zone-b"]),
  }));
  const interfaces = subnets.flatMap((subnet) =>
    Array.from({ length: 1 + dice.below(2) }, (_, at) => ({
      NetworkInterfaceId: `eni-${subnet.SubnetId}-${at}`,
      SubnetId: subnet.SubnetId,
      VpcId: id,
      PrivateIpAddress: subnet.CidrBlock.replace(
        /\.(\d+)\/26$/,
        (_all, first) => `.${Number(first) + 4 + at}`,
      ),
      Groups: dice.some(groups, 50).map((GroupId) => ({ GroupId })),
      SourceDestCheck: dice.percent(45),
    })),
  );
  return { id, net, subnets, interfaces, groups };
}
