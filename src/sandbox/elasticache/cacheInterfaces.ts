import { fixedId } from "../ec2/ids";
import type { NetworkInterface } from "../ec2/network";
import type { Call } from "../service";

/** The network interfaces that ElastiCache keeps for the nodes of clusters, with the groups they have now. */
export function cacheInterfaces({ state, account, region, now }: Call): NetworkInterface[] {
  const { clusters } = state.caches;
  return [...clusters.values()].flatMap((cluster, position) => {
    const memberships = cluster.security.list(now);
    const groupIds = memberships.filter(({ status }) => status !== "removing").map(({ groupId }) => groupId);
    const vpcId = groupIds
      .map((groupId) => state.ec2.groups.get(groupId)?.vpcId)
      .find((id) => id !== undefined);
    if (vpcId === undefined) {
      return [];
    }
    const network = state.ec2.vpcs.get(vpcId)?.cidrIpv4.split(".").slice(0, 2).join(".");
    return Array.from({ length: cluster.nodes }, (_, node): NetworkInterface => {
      const name = `${cluster.id}-${String(node + 1).padStart(4, "0")}`;
      return {
        id: fixedId("eni", account.accountId, region, name),
        description: `ElastiCache ${cluster.id}`,
        vpcId,
        subnetId: fixedId("subnet", vpcId, "a"),
        groupIds,
        privateIp: `${network}.${16 + Math.floor(position / 50)}.${10 + (position % 50) * 4 + node}`,
        requesterId: "amazon-elasticache",
      };
    });
  });
}
