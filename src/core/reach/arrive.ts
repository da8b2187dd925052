import { addressText, holds } from "./address";
import { blocks, type Finding, passes } from "./finding";
import type { End, Found, Packet } from "./hop";
import { interfacesWith } from "./networkInterface";
import { unread } from "./read";
import type { Snapshot } from "./snapshot";
import type { NatGateway } from "./snapshotGateways";
import { blocksOfVpc, isVpcRead, subnetWith } from "./vpcBlocks";

type InVpc = End & { readonly at: "vpc" };

/** Who in a VPC takes the packet. A VPC hands it to nobody else: not to a peer's peer, nor out again. */
export function arrive(
  snapshot: Snapshot,
  end: InVpc,
  { to }: Packet,
): { readonly found: readonly Found[]; readonly end: End } {
  const { vpcId, by, part } = end;
  const all = snapshot.NetworkInterfaces ?? [];
  const holders = [...interfacesWith(all, to), ...natGatewaysWith(snapshot, to)];
  if (holders.some((each) => each.VpcId === vpcId)) {
    const text = end.block === undefined ? `${by} hands it to` : `${end.block} in ${by} is local: it goes to`;
    return { found: [{ part, finding: passes(by, `${text} ${addressText(to)} in ${vpcId}.`) }], end };
  }
  snapshot.Wanted?.({ list: "NetworkInterfaces", id: addressText(to), vpcId });
  snapshot.Wanted?.({ list: "Subnets", id: vpcId, vpcId });
  if (!isVpcRead(snapshot, vpcId)) {
    const finding = unread(snapshot, "NetworkInterfaces", addressText(to));
    return { found: [{ part, finding: { ...finding, resource: by } }], end: { at: "unknown" } };
  }
  const finding = nobody(
    snapshot,
    end,
    to,
    holders.map((each) => each.VpcId ?? ""),
  );
  return { found: [{ part, finding }], end: { at: "nowhere" } };
}

/** "No such subnet" and "no such address" are other mistakes than "no route". */
function nobody(
  snapshot: Snapshot,
  { vpcId, by, part }: InVpc,
  to: Packet["to"],
  elsewhere: readonly string[],
): Finding {
  const address = addressText(to);
  const subnet = subnetWith(snapshot, vpcId, to);
  const [other] = elsewhere;
  const overlap = other === undefined ? "" : `; the one that is meant is in ${other}`;
  if (subnet) {
    return blocks(by, `${address} is in ${subnet.SubnetId} of ${vpcId}, but no interface has it${overlap}.`, {
      code: "NO_SOURCE_OR_DESTINATION",
    });
  }
  const isOutside = snapshot.Vpcs?.some(
    (vpc) => vpc.VpcId === vpcId && !blocksOfVpc(vpc).some((block) => holds(block, to)),
  );
  if (part === "peering" && isOutside) {
    return blocks(by, `${by} leads to ${vpcId}, whose blocks do not hold ${address}${overlap}.`, {
      code: "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR",
    });
  }
  const local = part === "route" ? "VPC_LOCAL_ROUTE_CIDR_RESTRICTION" : "DISCONNECTED_VPCS";
  return blocks(by, `${vpcId} has no subnet that holds ${address}, so ${by} brings it to nobody${overlap}.`, {
    code: other === undefined ? "NO_SOURCE_OR_DESTINATION" : local,
  });
}

function natGatewaysWith({ NatGateways }: Snapshot, to: Packet["to"]): readonly NatGateway[] {
  return (NatGateways ?? []).filter(({ NatGatewayAddresses }) =>
    NatGatewayAddresses?.some(({ PrivateIp }) => holds(PrivateIp, to)),
  );
}
