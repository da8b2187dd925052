import type { CacheName } from "../caches/cache";
import type { CacheGroups } from "../caches/cacheGroups";
import { read, write } from "./request";

/** The requests about caches: each kind has operations of its own. */
export const cacheRequests = {
  listClusters: () =>
    // Without it a cluster that is no Memcached has neither endpoint nor port.
    read("elasticache", "DescribeCacheClusters", { ShowCacheNodeInfo: true }),
  listReplicationGroups: () => read("elasticache", "DescribeReplicationGroups", {}),
  listUserGroups: () => read("elasticache", "DescribeUserGroups", {}),
  listUsers: () => read("elasticache", "DescribeUsers", {}),
  listServerless: () => read("elasticache", "DescribeServerlessCaches", {}),
  describe: ({ kind, id }: CacheName) => {
    const subject = { cacheId: id };
    switch (kind) {
      case "cluster":
        return read(
          "elasticache",
          "DescribeCacheClusters",
          { CacheClusterId: id, ShowCacheNodeInfo: true },
          subject,
        );
      case "replicationGroup":
        return read("elasticache", "DescribeReplicationGroups", { ReplicationGroupId: id }, subject);
      case "serverless":
        return read("elasticache", "DescribeServerlessCaches", { ServerlessCacheName: id }, subject);
    }
  },
  /** Puts a list in the place of the VPC security groups that a cache has. */
  replaceGroups: ({ cache: { kind, id }, groupIds }: CacheGroups) => {
    const [SecurityGroupIds, subject] = [[...groupIds], { cacheId: id }];
    switch (kind) {
      case "cluster":
        return write("elasticache", "ModifyCacheCluster", { CacheClusterId: id, SecurityGroupIds }, subject);
      case "replicationGroup":
        return write(
          "elasticache",
          "ModifyReplicationGroup",
          { ReplicationGroupId: id, SecurityGroupIds },
          subject,
        );
      case "serverless":
        return write(
          "elasticache",
          "ModifyServerlessCache",
          { ServerlessCacheName: id, SecurityGroupIds },
          subject,
        );
    }
  },
};
