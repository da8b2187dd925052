import { cacheAt } from "./cacheAt";
import { asSteps, type Step } from "./explanation";
import { blocks, type Finding, notice } from "./finding";
import type { WayThere } from "./wayThere";

/** Whether the source can find the address by the cache's name. */
export function name({ snapshot, source, destination, trace }: WayThere): readonly Step[] {
  const vpcId = source.is === "outside" ? undefined : source.vpcId;
  const attributes = snapshot.VpcAttributes?.filter((each) => each.VpcId === vpcId) ?? [];
  if (vpcId !== undefined && attributes.length === 0) {
    snapshot.Wanted?.({ list: "VpcAttributes", id: vpcId, vpcId });
  }
  const found: Finding[] = [];
  if (vpcId !== undefined && attributes.some((each) => each.EnableDnsSupport?.Value === false)) {
    found.push(
      blocks(vpcId, `enableDnsSupport is off in ${vpcId}, so nothing there finds the cache by its name.`),
    );
  }
  const peering = trace.crossed.find(({ by }) => by === "peering");
  if (peering && destination) {
    found.push(
      notice(peering.id, `Names of private zones are not found over ${peering.id} unless they are shared.`),
    );
  }
  const cache = destination && cacheAt(snapshot, destination.interface);
  if (cache?.kind === "node" && (cache.group?.ClusterEnabled || cache.cluster.ConfigurationEndpoint)) {
    const id = cache.group?.ReplicationGroupId ?? cache.cluster.CacheClusterId ?? "";
    found.push(
      notice(id, `${id} sends clients on to each of its nodes by name: all of them must be reachable.`),
    );
  }
  return asSteps("name", found);
}
