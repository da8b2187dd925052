import type { Call } from "../service";
import { XmlList, type XmlObject } from "../xml";
import { created } from "./cacheClusterXml";
import type { ServerlessCache } from "./caches";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ServerlessCache.html */
export function serverlessCacheXml({ state: { caches }, now }: Call, cache: ServerlessCache): XmlObject {
  const [port, readerPort] = cache.engine === "memcached" ? [11_211, 11_212] : [6379, 6380];
  const reach = cache.isPublic === true ? "public.serverless" : "serverless";
  const address = `${cache.name}-${caches.customerCode}.${reach}.${caches.domain}`;
  return {
    ServerlessCacheName: cache.name,
    Description: cache.description,
    CreateTime: created,
    Status: cache.security.isChanging(now) ? "modifying" : "available",
    Engine: cache.engine,
    MajorEngineVersion: cache.majorVersion,
    FullEngineVersion: cache.fullVersion,
    CacheUsageLimits: {},
    SecurityGroupIds: new XmlList("SecurityGroupId", cache.security.groupIds),
    Endpoint: { Address: address, Port: port },
    ReaderEndpoint: { Address: address, Port: readerPort },
    ARN: caches.arn("serverlesscache", cache.name),
    UserGroupId: cache.userGroupId,
    SubnetIds: new XmlList("SubnetId", cache.subnetIds),
    SnapshotRetentionLimit: 0,
    NetworkType: cache.networkType ?? "ipv4",
    // Newer than some SDKs, which drop it; the endpoint's name says the same.
    ConnectionType: cache.isPublic === true ? "public" : "vpc",
  };
}
