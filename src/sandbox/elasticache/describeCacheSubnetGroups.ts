import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { XmlList } from "../xml";
import { page } from "./paging";

/**
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeCacheSubnetGroups.html
 * Those that clusters are in, with the subnets of their VPC that are for caches.
 */
export const describeCacheSubnetGroups: Operation = ({ params, state, region }) => {
  const { caches, ec2 } = state;
  const wanted = params.optional("CacheSubnetGroupName");
  const names = new Set([...caches.clusters.values()].flatMap(({ subnetGroup }) => subnetGroup ?? []));
  const chosen = [...names].filter((name) => wanted === undefined || name === wanted.toLowerCase()).sort();
  if (wanted !== undefined && chosen.length === 0) {
    throw new ApiError("CacheSubnetGroupNotFoundFault", `Cache Subnet Group ${wanted} does not exist.`);
  }
  const own = [...caches.clusters.values()].flatMap(({ security }) => security.groupIds);
  const vpcIds = own.map((id) => ec2.groups.get(id)?.vpcId);
  const subnets = ec2.paths.subnets.filter(
    ({ vpcId, tags }) => vpcIds.includes(vpcId) && /^[a-z]$/.test(tags.get("Name") ?? ""),
  );
  const { items, marker } = page(chosen, (name) => name, "subnetGroups", params);
  return {
    CacheSubnetGroups: new XmlList(
      "CacheSubnetGroup",
      items.map((name) => ({
        CacheSubnetGroupName: name,
        CacheSubnetGroupDescription: "Subnets for caches",
        VpcId: subnets[0]?.vpcId,
        Subnets: new XmlList(
          "Subnet",
          subnets.map(({ id, zone }) => ({
            SubnetIdentifier: id,
            SubnetAvailabilityZone: { Name: `${region}${zone}` },
          })),
        ),
        ARN: caches.arn("subnetgroup", name),
      })),
    ),
    Marker: marker,
  };
};
