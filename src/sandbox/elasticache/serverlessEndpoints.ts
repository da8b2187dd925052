import { fixedId } from "../ec2/ids";
import type { NetworkInterface } from "../ec2/network";
import type { Endpoint } from "../ec2/paths/model";
import type { Call } from "../service";

/** The interface endpoints by which serverless caches are reached, with the groups they have now. */
export function serverlessEndpoints({ state, account, region, now }: Call): Endpoint[] {
  return [...state.caches.serverless.values()].flatMap((cache) => {
    const vpcId = state.ec2.paths.subnets.find(({ id }) => cache.subnetIds.includes(id))?.vpcId;
    if (vpcId === undefined) {
      return [];
    }
    const memberships = cache.security.list(now);
    const id = fixedId("vpce", account.accountId, region, cache.name);
    return [
      {
        id,
        vpcId,
        serviceName: `com.amazonaws.elasticache.serverless.${region}.vpce-svc-${id.slice(-8)}`,
        subnetIds: cache.subnetIds,
        groupIds: memberships.filter(({ status }) => status !== "removing").map(({ groupId }) => groupId),
        interfaceIds: cache.subnetIds.map((subnetId) => fixedId("eni", id, subnetId)),
      },
    ];
  });
}

/** Their network interfaces: one in each subnet, near the end of its block. */
export function endpointInterfaces(call: Call): NetworkInterface[] {
  const { subnets } = call.state.ec2.paths;
  return serverlessEndpoints(call).flatMap((endpoint, position) =>
    endpoint.subnetIds.flatMap((subnetId, index) => {
      const network = subnets
        .find(({ id }) => id === subnetId)
        ?.cidrIpv4.split(".")
        .slice(0, 3)
        .join(".");
      const id = endpoint.interfaceIds[index];
      return id === undefined || network === undefined
        ? []
        : [
            {
              id,
              description: `VPC Endpoint Interface ${endpoint.id}`,
              vpcId: endpoint.vpcId,
              subnetId,
              groupIds: endpoint.groupIds,
              privateIp: `${network}.${240 + position}`,
              requesterId: "amazon-elasticache-serverless",
              type: "vpc_endpoint",
            },
          ];
    }),
  );
}
