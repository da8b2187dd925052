import type { Cache } from "../../core/caches/cache";
import { addressText } from "../../core/reach/address";
import { type Finding, unknown } from "../../core/reach/finding";
import { groupIdsOf, ownAddress } from "../../core/reach/networkInterface";
import type { NetworkInterface } from "../../core/reach/snapshotNetwork";
import { pathRequests } from "../../core/requests/paths";
import type { WayReader } from "./wayReader";

export interface Node {
  readonly id: string;
  readonly address: string;
}

export interface Nodes {
  readonly nodes: readonly Node[];
  /** Why some of the nodes, or all of them, are not known. */
  readonly missing: readonly Finding[];
}

/** What EC2 takes as the values of one filter. */
const mostValues = 200;
const serverlessService = "com.amazonaws.elasticache.serverless.*";

/** The addresses that a cache answers at: those of its nodes' interfaces, or of the endpoint of a serverless one. */
export async function findNodes(reader: WayReader, cache: Cache, family: 4 | 6): Promise<Nodes> {
  return cache.kind === "serverless" ? ofEndpoint(reader, cache, family) : ofMembers(reader, cache, family);
}

async function ofMembers(reader: WayReader, cache: Cache, family: 4 | 6): Promise<Nodes> {
  const members = cache.kind === "cluster" ? [cache.id] : cache.members;
  const found: NetworkInterface[] = [];
  for (let start = 0; start < members.length; start += mostValues) {
    const some = members.slice(start, start + mostValues);
    const request = pathRequests.filtered("NetworkInterfaces", {
      "requester-id": ["amazon-elasticache"],
      description: some.map((id) => `ElastiCache ${id}`),
    });
    const answer = await reader.read("NetworkInterfaces", request);
    if (!answer.ok) {
      return { nodes: [], missing: [notRead(cache, "ec2:DescribeNetworkInterfaces")] };
    }
    found.push(...answer.value);
  }
  const nodesOf = (id: string) =>
    nodesAt(
      id,
      found.filter(({ Description }) => Description === `ElastiCache ${id}`),
      family,
    );
  const lost = members.filter((id) => nodesOf(id).length === 0);
  return {
    nodes: members.flatMap(nodesOf),
    missing: [
      ...lost.map((id) =>
        unknown(
          id,
          `No network interface of the account says that it is ${id}'s, so where it is is not known.`,
          {
            code: "UNKNOWN_RESOURCE",
          },
        ),
      ),
      ...(members.length === 0
        ? [unknown(cache.id, `The nodes of ${cache.id} are not known yet.`, { code: "UNKNOWN_RESOURCE" })]
        : []),
    ],
  };
}

/** A Memcached cluster has several nodes under one name. */
function nodesAt(id: string, interfaces: readonly NetworkInterface[], family: 4 | 6): readonly Node[] {
  return interfaces.flatMap((each) => {
    const address = ownAddress(each, family);
    const name = interfaces.length > 1 ? `${id} ${each.NetworkInterfaceId}` : id;
    return address ? [{ id: name, address: addressText(address) }] : [];
  });
}

/** No answer ties a serverless cache to its endpoint: it is the one with its subnets and groups, if there is one only. */
async function ofEndpoint(reader: WayReader, cache: Cache, family: 4 | 6): Promise<Nodes> {
  const request = pathRequests.filtered("VpcEndpoints", { "service-name": [serverlessService] });
  const answer = await reader.read("VpcEndpoints", request);
  if (!answer.ok) {
    return { nodes: [], missing: [notRead(cache, "ec2:DescribeVpcEndpoints")] };
  }
  const groups = (cache.securityGroups ?? []).map(({ id }) => id);
  const candidates = answer.value.filter(
    (each) => isSame(each.SubnetIds, cache.subnetIds) && isSame(groupIdsOf(each), groups),
  );
  const [endpoint, another] = candidates;
  const ids = endpoint?.NetworkInterfaceIds ?? [];
  if (another || ids.length === 0) {
    const count = candidates.length === 0 ? "No endpoint has" : `${candidates.length} endpoints have`;
    const text = `${count} the subnets and groups of ${cache.id}, so which one is its own is not known.`;
    return { nodes: [], missing: [unknown(cache.id, text, { code: "UNKNOWN_RESOURCE" })] };
  }
  const interfaces = await reader.read(
    "NetworkInterfaces",
    pathRequests.filtered("NetworkInterfaces", { "network-interface-id": ids }),
  );
  if (!interfaces.ok) {
    return { nodes: [], missing: [notRead(cache, "ec2:DescribeNetworkInterfaces")] };
  }
  const nodes = interfaces.value.flatMap((each) => {
    const address = ownAddress(each, family);
    return address ? [{ id: each.NetworkInterfaceId ?? "", address: addressText(address) }] : [];
  });
  return { nodes, missing: [] };
}

function notRead({ id }: Cache, action: string): Finding {
  return unknown(id, `Where ${id} is is not known: ${action} was refused, or its answer did not arrive.`, {
    code: "UNKNOWN_RESOURCE",
    action,
  });
}

function isSame(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
