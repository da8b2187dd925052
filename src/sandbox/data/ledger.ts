import { homeRegion } from "../accounts";
import type { GlobalDatastore } from "../elasticache/caches";
import type { RegionState } from "../regionState";

/** Where the copy of the global datastore is. */
export const ledgerCopyRegion = "eu-west-1";

const globalDatastore: GlobalDatastore = {
  id: "sbx-ledger",
  description: "Orders, in two regions",
  engine: "redis",
  engineVersion: "7.1.0",
  nodeType: "cache.r7g.large",
  members: [
    { replicationGroupId: "ledger", region: homeRegion, role: "PRIMARY" },
    { replicationGroupId: "ledger-copy", region: ledgerCopyRegion, role: "SECONDARY" },
  ],
};

/** This region's member of the global datastore. */
export function ledger({ caches }: RegionState, securityGroupId: string): void {
  caches.globalDatastores.set(globalDatastore.id, globalDatastore);
  for (const { replicationGroupId: id, region, role } of globalDatastore.members) {
    if (region !== caches.region) {
      continue;
    }
    caches.addReplicationGroup({
      id,
      description: globalDatastore.description,
      engine: globalDatastore.engine,
      engineVersion: globalDatastore.engineVersion,
      nodeType: globalDatastore.nodeType,
      port: 6379,
      clusterEnabled: false,
      shards: [[`${id}-001`, `${id}-002`]],
      globalDatastore: { id: globalDatastore.id, role },
      security: caches.security(securityGroupId),
    });
  }
}

/** In the other region there is nothing but the copy, with the default group. */
export function ledgerCopy(state: RegionState): void {
  const [group] = state.ec2.groups.values();
  if (group !== undefined) {
    ledger(state, group.id);
  }
}
