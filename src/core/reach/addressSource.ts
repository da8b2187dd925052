import { type Address, addressText, isPrivate } from "./address";
import { blocks, type Finding, passes, unknown } from "./finding";
import { interfacesWith } from "./networkInterface";
import { isRead, unread } from "./read";
import { actions, type Snapshot } from "./snapshot";
import type { NetworkInterface } from "./snapshotNetwork";
import { isVpcRead, subnetWith, vpcsWith } from "./vpcBlocks";

/** An address that is no interface that was read. */
export type SourceElsewhere =
  /** In a VPC whose interfaces were not read: another account's, at the other end of a peering connection. */
  | {
      readonly is: "hidden";
      readonly address: Address;
      readonly vpcId: string;
      readonly findings: readonly Finding[];
    }
  /** Outside of every VPC, by a gateway. */
  | {
      readonly is: "outside";
      readonly address: Address;
      readonly gatewayId: string;
      readonly findings: readonly Finding[];
    }
  /** There is no way to look at. */
  | { readonly is: "nobody"; readonly findings: readonly Finding[] };

type AddressSource = { readonly interface: NetworkInterface } | SourceElsewhere;

/** Who an address is: an interface in a VPC, somebody behind a gateway, or somebody on the internet. */
export function findAddressSource(
  snapshot: Snapshot,
  address: Address,
  gatewayId: string | undefined,
): AddressSource {
  if (gatewayId !== undefined) {
    return behind(gatewayId, address);
  }
  const text = addressText(address);
  const [found, another] = interfacesWith(snapshot.NetworkInterfaces ?? [], address);
  if (another) {
    const ids = `${found?.NetworkInterfaceId} and ${another.NetworkInterfaceId}`;
    return nobody(unknown(text, `${ids} have the address ${text} both, so whose way it is is not known.`));
  }
  if (found) {
    return { interface: found };
  }
  snapshot.Wanted?.({ list: "NetworkInterfaces", id: text });
  if (snapshot.NetworkInterfaces === undefined) {
    return nobody(unread(snapshot, "NetworkInterfaces", text));
  }
  const [vpcId] = vpcsWith(snapshot, address);
  return vpcId === undefined ? onTheInternet(snapshot, address) : inVpc(snapshot, address, vpcId);
}

function behind(gatewayId: string, address: Address): AddressSource {
  const text = addressText(address);
  if (gatewayId.startsWith("vgw-") || gatewayId.startsWith("tgw-attach-")) {
    const finding = passes(gatewayId, `${text} is outside of AWS and comes in by ${gatewayId}.`);
    return { is: "outside", address, gatewayId, findings: [finding] };
  }
  if (gatewayId.startsWith("igw-")) {
    const why = `${gatewayId} takes packets for public addresses only, and a cache has none: no rule helps.`;
    return nobody(blocks(gatewayId, why, { code: "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS" }));
  }
  const why = `What comes in by ${gatewayId} is not evaluated.`;
  return nobody(unknown(gatewayId, why, { code: "UNSUPPORTED_COMPONENT" }));
}

/** A private cache has no public address, so no rule lets the internet in. */
function onTheInternet(snapshot: Snapshot, address: Address): AddressSource {
  const text = addressText(address);
  snapshot.Wanted?.({ list: "Vpcs", id: "everything" });
  snapshot.Wanted?.({ list: "VpcPeeringConnections", id: "everything" });
  if (!isRead(snapshot, "Vpcs")) {
    const why = `Whether ${text} is in a VPC or on the internet is not known.`;
    return nobody(unknown(text, why, { code: "UNKNOWN_RESOURCE", action: actions.Vpcs }));
  }
  const where = isPrivate(address)
    ? `${text} is in no VPC; from outside it comes by a gateway, which is to be named`
    : `${text} is on the internet, which never reaches a cache: a cache has no public address`;
  return nobody(blocks(text, `${where}.`, { code: "NO_SOURCE_OR_DESTINATION" }));
}

function inVpc(snapshot: Snapshot, address: Address, vpcId: string): AddressSource {
  const text = addressText(address);
  snapshot.Wanted?.({ list: "NetworkInterfaces", id: text, vpcId });
  snapshot.Wanted?.({ list: "Subnets", id: vpcId, vpcId });
  if (!isVpcRead(snapshot, vpcId)) {
    const why = `${text} is in ${vpcId}, whose interfaces, groups, network ACLs and routes could not be read.`;
    const finding = unknown(vpcId, why, { code: "UNKNOWN_RESOURCE", action: actions.NetworkInterfaces });
    return { is: "hidden", address, vpcId, findings: [finding] };
  }
  const subnet = subnetWith(snapshot, vpcId, address);
  if (subnet?.SubnetId !== undefined) {
    // No filter of EC2 finds an interface by an address of a prefix that was delegated to it, as a pod's is.
    snapshot.Wanted?.({ list: "NetworkInterfaces", id: subnet.SubnetId, vpcId });
  }
  const why = subnet
    ? `No interface in ${subnet.SubnetId} of ${vpcId} has the address ${text}.`
    : `${vpcId} has no subnet that holds ${text}.`;
  return nobody(blocks(subnet?.SubnetId ?? vpcId, why, { code: "NO_SOURCE_OR_DESTINATION" }));
}

function nobody(finding: Finding): AddressSource {
  return { is: "nobody", findings: [finding] };
}
