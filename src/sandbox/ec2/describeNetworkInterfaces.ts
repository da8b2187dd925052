import { ApiError } from "../apiError";
import type { Call, Operation } from "../service";
import { XmlList, type XmlObject } from "../xml";
import { type FilterFields, readFilters } from "./filters";
import { interfacesOf } from "./interfaces";
import type { NetworkInterface } from "./network";
import { page } from "./paging";
import type { Subnet } from "./paths/model";
import { type Tags, tagsXml } from "./tags";

const none: Tags = new Map();

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html */
export const describeNetworkInterfaces: Operation = (call) => {
  const nameOf = (groupId: string) => call.state.ec2.groups.get(groupId)?.name;
  const matches = readFilters(call.params, {
    fields: {
      ...fields,
      "group-name": (item: NetworkInterface) => item.groupIds.map(nameOf),
    },
    tags: ({ tags = none }) => tags,
  });
  const { items, nextToken } = page(chosen(call).filter(matches), (item) => item.id, call.params, [5, 1000]);
  return {
    networkInterfaceSet: new XmlList(
      "item",
      items.map((item) => interfaceXml(call, item)),
    ),
    nextToken,
  };
};

const fields: FilterFields<NetworkInterface>["fields"] = {
  "addresses.private-ip-address": (item) => [item.privateIp],
  "attachment.instance-id": (item) => [item.instanceId],
  description: (item) => [item.description],
  "group-id": (item) => item.groupIds,
  "interface-type": (item) => [item.type ?? "interface"],
  "ipv6-addresses.ipv6-address": (item) => [item.ipv6],
  "network-interface-id": (item) => [item.id],
  "private-ip-address": (item) => [item.privateIp],
  "requester-id": (item) => [item.requesterId],
  status: () => ["in-use"],
  "subnet-id": (item) => [item.subnetId],
  "vpc-id": (item) => [item.vpcId],
};

function chosen(call: Call): NetworkInterface[] {
  const all = interfacesOf(call);
  const ids = call.params.list("NetworkInterfaceId");
  for (const id of ids) {
    if (all.some((item) => item.id === id)) {
      continue;
    }
    throw new ApiError(
      "InvalidNetworkInterfaceID.NotFound",
      `The networkInterface ID '${id}' does not exist`,
    );
  }
  return all.filter((item) => ids.length === 0 || ids.includes(item.id));
}

function interfaceXml({ account, region, state }: Call, item: NetworkInterface): XmlObject {
  return {
    networkInterfaceId: item.id,
    subnetId: item.subnetId,
    vpcId: item.vpcId,
    availabilityZone: `${region}${zoneOf(state.ec2.paths.subnets, item.subnetId)}`,
    description: item.description,
    ownerId: account.accountId,
    requesterId: item.requesterId,
    requesterManaged: item.requesterId !== undefined,
    status: "in-use",
    privateIpAddress: item.privateIp,
    privateIpAddressesSet: new XmlList("item", [{ privateIpAddress: item.privateIp, primary: true }]),
    sourceDestCheck: true,
    groupSet: new XmlList(
      "item",
      item.groupIds.map((groupId) => ({ groupId, groupName: state.ec2.groups.get(groupId)?.name })),
    ),
    attachment: {
      instanceId: item.instanceId,
      instanceOwnerId: item.requesterId ?? account.accountId,
      deviceIndex: item.requesterId === undefined ? 0 : 1,
      status: "attached",
    },
    ipv6AddressesSet: new XmlList("item", item.ipv6 === undefined ? [] : [{ ipv6Address: item.ipv6 }]),
    interfaceType: item.type ?? "interface",
    tagSet: tagsXml(item.tags ?? none),
  };
}

/** Where nobody made the subnet, everything is in the first zone. */
function zoneOf(subnets: readonly Subnet[], subnetId: string): string {
  return subnets.find(({ id }) => id === subnetId)?.zone ?? "a";
}
