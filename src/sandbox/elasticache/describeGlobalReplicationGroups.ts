import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { XmlList } from "../xml";
import { byId, page } from "./paging";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeGlobalReplicationGroups.html */
export const describeGlobalReplicationGroups: Operation = ({ params, state: { caches } }) => {
  const id = params.optional("GlobalReplicationGroupId");
  const all = byId(caches.globalDatastores).filter((store) => id === undefined || store.id === id);
  if (id !== undefined && all.length === 0) {
    throw new ApiError("GlobalReplicationGroupNotFoundFault");
  }
  const { items, marker } = page(all, (store) => store.id, "globalReplicationGroups", params);
  const withMembers = params.get("ShowMemberInfo")?.toLowerCase() === "true";
  return {
    GlobalReplicationGroups: new XmlList(
      "GlobalReplicationGroup",
      items.map((store) => ({
        GlobalReplicationGroupId: store.id,
        GlobalReplicationGroupDescription: store.description,
        Status: "available",
        CacheNodeType: store.nodeType,
        Engine: store.engine,
        EngineVersion: store.engineVersion,
        Members: withMembers
          ? new XmlList(
              "GlobalReplicationGroupMember",
              store.members.map(({ replicationGroupId, region, role }) => ({
                ReplicationGroupId: replicationGroupId,
                ReplicationGroupRegion: region,
                Role: role,
                AutomaticFailover: "enabled",
                Status: "associated",
              })),
            )
          : undefined,
        ClusterEnabled: false,
        // A global datastore's ARN names no region: it is in several.
        ARN: caches.arn("globalreplicationgroup", store.id).replace(`:${caches.region}:`, "::"),
      })),
    ),
    Marker: marker,
  };
};
