import { type Address, addressOf, addressText, holds } from "./address";
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
    textsOf(each).some((text) => isText(text, address)) || prefixes.some((prefix) => holds(prefix, address))
  );
}

/** A VPC has thousands of interfaces, and reading each IPv4 address would take longer than all the rest. */
function isText(text: string, address: Address): boolean {
  return address.family === 4
    ? text === addressText(address)
    : text.includes(":") && addressOf(text)?.text === address.text;
}

/** The address that connections to the other one's family leave with: the primary one. */
export function ownAddress(each: NetworkInterface, family: 4 | 6): Address | undefined {
  return textsOf(each)
    .flatMap((text) => addressOf(text) ?? [])
    .find((own) => own.family === family);
}

export function groupIdsOf({ Groups }: NetworkInterface): readonly string[] {
  return (Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
}

/** The primary address of each family first. */
function textsOf(each: NetworkInterface): readonly string[] {
  return [
    each.PrivateIpAddress,
    ...(each.PrivateIpAddresses ?? []).map(({ PrivateIpAddress }) => PrivateIpAddress),
    ...(each.Ipv6Addresses ?? []).map(({ Ipv6Address }) => Ipv6Address),
  ].flatMap((text) => text ?? []);
}

/** The gateways' own interfaces: they have no security groups, and that is no permission. */
export function isNatGateway({ InterfaceType }: NetworkInterface): boolean {
  return InterfaceType === "natGateway" || InterfaceType === "nat_gateway";
}

export function isVpcEndpoint({ InterfaceType }: NetworkInterface): boolean {
  return InterfaceType === "vpc_endpoint";
}
