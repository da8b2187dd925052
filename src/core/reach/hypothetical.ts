import { rangeOf } from "../rules/addressSet";
import { cidrOf } from "../rules/cidr";
import { asSteps, conclude, type Explanation } from "./explanation";
import { unknown } from "./finding";
import type { NetworkInterface, Subnet } from "./snapshotNetwork";
import { blocksOfSubnet } from "./vpcBlocks";

/**
 * Interfaces that are not there yet, with a group in a subnet: one with the first address that AWS gives away there,
 * one with the last. What is the same for both is taken to be so for all between them.
 */
export function hypotheticalInterfaces(
  subnet: Subnet,
  groupId: string,
  family: 4 | 6,
): readonly NetworkInterface[] {
  const block = blocksOfSubnet(subnet)
    .flatMap((text) => cidrOf(text) ?? [])
    .find((each) => each.family === family);
  if (block === undefined) {
    return [];
  }
  const { first, last } = rangeOf(block);
  // AWS keeps the first four and the last of each subnet.
  return [first + 4n, last - 1n].map((address, index) => {
    const text = addressTextOf(address, family);
    return {
      NetworkInterfaceId: `${groupId} in ${subnet.SubnetId} (${index === 0 ? "first" : "last"} address)`,
      SubnetId: subnet.SubnetId,
      VpcId: subnet.VpcId,
      AvailabilityZone: subnet.AvailabilityZone,
      Groups: [{ GroupId: groupId }],
      ...(family === 4
        ? { PrivateIpAddress: text, PrivateIpAddresses: [{ PrivateIpAddress: text, Primary: true }] }
        : { Ipv6Addresses: [{ Ipv6Address: text }] }),
      Description: "",
      InterfaceType: "interface",
      SourceDestCheck: true,
      Status: "in-use",
    };
  });
}

/** One answer for both ends of a subnet; where they differ, it depends on the address. */
export function forEitherAddress(
  explained: readonly Explanation[],
  groupId: string,
  subnetId: string,
): Explanation {
  const [first, last] = explained;
  if (first === undefined || last === undefined || first.verdict === last.verdict) {
    return first ?? conclude([]);
  }
  const text = `Whether ${groupId} in ${subnetId} connects depends on the address that it gets there.`;
  const { steps, nodes } = [first, last].find(({ verdict }) => verdict !== "reachable") ?? first;
  const open = steps.map((step) =>
    step.verdict === "blocks" ? ({ ...step, verdict: "unknown" } as const) : step,
  );
  const whole = conclude([...asSteps("source", [unknown(subnetId, text)]), ...open]);
  return nodes === undefined ? whole : { ...whole, nodes };
}

function addressTextOf(address: bigint, family: 4 | 6): string {
  const text =
    family === 4
      ? [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".")
      : address
          .toString(16)
          .padStart(32, "0")
          .replace(/(.{4})(?!$)/g, "$1:");
  return cidrOf(`${text}/${family === 4 ? 32 : 128}`)?.text.split("/")[0] ?? text;
}
