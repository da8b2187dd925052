import { type Address, addressOf, holds, isSameAddress } from "./address";
import type { NetworkInterface } from "./snapshotNetwork";

/** The interfaces that have an address: their own ones, and those of a prefix that was delegated to them. */
export function interfacesWith(
  interfaces: readonly NetworkInterface[],
  address: Address,
): readonly NetworkInterface[] {
  return interfaces.filter((each) => hasAddress(each, address));
}

export function hasAddress(each: NetworkInterface, address: Address): boolean {
  const prefixes = [
    ...(each.Ipv4Prefixes ?? []).map(({ Ipv4Prefix }) => Ipv4Prefix),
    ...(each.Ipv6Prefixes ?? []).map(({ Ipv6Prefix }) => Ipv6Prefix),
  ];
  return (
    addressesOf(each).some((own) => isSameAddress(own, address)) ||
    prefixes.some((prefix) => holds(prefix, address))
  );
}

/** The address that connections to the other one's family leave with: the primary one. */
export function ownAddress(each: NetworkInterface, family: 4 | 6): Address | undefined {
  return addressesOf(each).find((own) => own.family === family);
}

export function groupIdsOf({ Groups }: NetworkInterface): readonly string[] {
  return (Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
}

/** The primary address of each family first. */
function addressesOf(each: NetworkInterface): readonly Address[] {
  const texts = [
    each.PrivateIpAddress,
    ...(each.PrivateIpAddresses ?? []).map(({ PrivateIpAddress }) => PrivateIpAddress),
    ...(each.Ipv6Addresses ?? []).map(({ Ipv6Address }) => Ipv6Address),
  ];
  return texts.flatMap((text) => (text === undefined ? [] : (addressOf(text) ?? [])));
}

/** The gateways' own interfaces: they have no security groups, and that is no permission. */
export function isNatGateway({ InterfaceType }: NetworkInterface): boolean {
  return InterfaceType === "natGateway" || InterfaceType === "nat_gateway";
}

export function isVpcEndpoint({ InterfaceType }: NetworkInterface): boolean {
  return InterfaceType === "vpc_endpoint";
}
