import { paginateDescribeCacheSecurityGroups } from "@aws-sdk/client-elasticache";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { GroupListOptions } from "../api/cacheSecurityGroups";
import type { CallClients } from "../call/callClients";
import { cacheSecurityGroupOf } from "./cacheSecurityGroupOf";
import { wholeList } from "./pages";

/** The largest page that DescribeCacheSecurityGroups allows. */
const pageSize = 100;

/**
 * Every cache security group, all pages.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeCacheSecurityGroups.html
 */
export function listCacheSecurityGroups(
  clients: CallClients,
  soFar?: GroupListOptions["soFar"],
): Promise<readonly CacheSecurityGroup[]> {
  const pages = paginateDescribeCacheSecurityGroups(
    { client: clients.elastiCache(), pageSize },
    {},
    clients.options,
  );
  return wholeList(
    clients,
    pages,
    ({ CacheSecurityGroups }) => CacheSecurityGroups,
    ({ CacheSecurityGroupName: id }) => id,
    cacheSecurityGroupOf,
    soFar,
  );
}
