import { type Address, addressOf, holds } from "../../core/reach/address";
import { blocks, type Finding, notice, unknown } from "../../core/reach/finding";
import { hypotheticalInterfaces } from "../../core/reach/hypothetical";
import { hasAddress } from "../../core/reach/networkInterface";
import type { Question } from "../../core/reach/question";
import { blocksOfSubnet } from "../../core/reach/vpcBlocks";
import type { WaySource } from "../../core/reach/waySource";
import { pathRequests } from "../../core/requests/paths";
import type { WayReader } from "./wayReader";

/** Who sends: to be asked of the evaluation, or why there is nobody. */
export type Sender =
  | { readonly from: readonly Question["from"][]; readonly said: readonly Finding[] }
  | { readonly nobody: Finding };

const absent = { code: "NO_SOURCE_OR_DESTINATION" } as const;

/** The source as the evaluation takes it: an interface that is there, one of our own making, or an address. */
export async function findSender(reader: WayReader, source: WaySource, family: 4 | 6): Promise<Sender> {
  switch (source.is) {
    case "interface":
      return { from: [{ networkInterfaceId: source.id }], said: [] };
    case "instance":
      return ofInstance(reader, source.id);
    case "group":
      return ofGroup(reader, source.groupId, source.subnetId, family);
    case "address": {
      const { address, subnetId, gatewayId } = source;
      return subnetId === undefined
        ? { from: [{ address, gatewayId }], said: [] }
        : inSubnet(reader, address, subnetId);
    }
  }
}

/** The verdict is an interface's, never an instance's: of several, the primary one sends unless the instance says otherwise. */
async function ofInstance(reader: WayReader, id: string): Promise<Sender> {
  const request = pathRequests.filtered("NetworkInterfaces", { "attachment.instance-id": [id] });
  const answer = await reader.read("NetworkInterfaces", request);
  if (!answer.ok) {
    return { nobody: unread(id, "ec2:DescribeNetworkInterfaces") };
  }
  const [first, ...others] = answer.value
    .filter(({ Attachment }) => Attachment?.InstanceId === id)
    .sort((a, b) => (a.Attachment?.DeviceIndex ?? 0) - (b.Attachment?.DeviceIndex ?? 0));
  const eni = first?.NetworkInterfaceId;
  if (eni === undefined) {
    return { nobody: blocks(id, `No network interface is attached to an instance ${id}.`, absent) };
  }
  const more = `${id} has ${others.length + 1} interfaces. This is about ${eni}, its primary one; its own routes decide.`;
  return { from: [{ networkInterfaceId: eni }], said: others.length > 0 ? [notice(id, more)] : [] };
}

async function ofGroup(reader: WayReader, groupId: string, subnetId: string, family: 4 | 6): Promise<Sender> {
  const [subnets, groups] = await Promise.all([
    reader.read("Subnets", pathRequests.filtered("Subnets", { "subnet-id": [subnetId] })),
    reader.read("SecurityGroups", pathRequests.filtered("SecurityGroups", { "group-id": [groupId] })),
  ]);
  if (!subnets.ok || !groups.ok) {
    const [id, action] = subnets.ok
      ? [groupId, "ec2:DescribeSecurityGroups"]
      : [subnetId, "ec2:DescribeSubnets"];
    return { nobody: unread(id, action) };
  }
  const subnet = subnets.value.find(({ SubnetId }) => SubnetId === subnetId);
  const group = groups.value.find(({ GroupId }) => GroupId === groupId);
  if (subnet === undefined || group === undefined) {
    const id = subnet === undefined ? subnetId : groupId;
    return { nobody: blocks(id, `There is no ${id} in this account and region.`, absent) };
  }
  if (group.VpcId !== subnet.VpcId) {
    const text = `${groupId} is of ${group.VpcId}, and ${subnetId} is in ${subnet.VpcId}: nothing there can have it.`;
    return { nobody: blocks(groupId, text, absent) };
  }
  const made = hypotheticalInterfaces(subnet, groupId, family);
  if (made.length === 0) {
    return { nobody: blocks(subnetId, `${subnetId} has no IPv${family} addresses.`, absent) };
  }
  reader.add("NetworkInterfaces", made);
  return {
    from: made.flatMap(({ NetworkInterfaceId }) =>
      NetworkInterfaceId === undefined ? [] : { networkInterfaceId: NetworkInterfaceId },
    ),
    said: [],
  };
}

/** An address whose subnet is named, where several VPCs have one block. */
async function inSubnet(reader: WayReader, text: string, subnetId: string): Promise<Sender> {
  const address = addressOf(text);
  const [subnets, interfaces] = await Promise.all([
    reader.read("Subnets", pathRequests.filtered("Subnets", { "subnet-id": [subnetId] })),
    reader.read(
      "NetworkInterfaces",
      pathRequests.filtered("NetworkInterfaces", { [addressFilter(text)]: [text], "subnet-id": [subnetId] }),
    ),
  ]);
  if (!interfaces.ok || !subnets.ok) {
    const [id, action] = interfaces.ok
      ? [subnetId, "ec2:DescribeSubnets"]
      : [text, "ec2:DescribeNetworkInterfaces"];
    return { nobody: unread(id, action) };
  }
  const subnet = subnets.value.find(({ SubnetId }) => SubnetId === subnetId);
  if (subnet === undefined || address === undefined) {
    return { nobody: blocks(subnetId, `There is no ${subnetId} in this account and region.`, absent) };
  }
  const own = interfaces.value
    .filter(({ SubnetId }) => SubnetId === subnetId)
    .find((each) => hasAddress(each, address))?.NetworkInterfaceId;
  return own === undefined
    ? { nobody: blocks(subnetId, nobodyHas(address, text, subnetId, blocksOfSubnet(subnet)), absent) }
    : { from: [{ networkInterfaceId: own }], said: [] };
}

function nobodyHas(address: Address, text: string, subnetId: string, all: readonly string[]): string {
  return all.some((block) => holds(block, address))
    ? `No interface in ${subnetId} has the address ${text}.`
    : `${text} is not in ${subnetId}, which has ${all.join(" and ")}.`;
}

function addressFilter(text: string): string {
  return text.includes(":") ? "ipv6-addresses.ipv6-address" : "addresses.private-ip-address";
}

function unread(id: string, action: string): Finding {
  const text = `What ${id} is is not known: ${action} was refused, or its answer did not arrive.`;
  return unknown(id, text, { code: "UNKNOWN_RESOURCE", action });
}
