import {
  type ServerlessCache as Answered,
  type DescribeServerlessCachesCommandInput,
  paginateDescribeServerlessCaches,
} from "@aws-sdk/client-elasticache";
import type { ServerlessCache } from "../../core/caches/cacheParts";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { cacheEndpoints } from "./cacheFields";
import { wholeList } from "./pages";

/** What DescribeServerlessCaches takes without a word; its documentation names no most. */
const pageSize = 50;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeServerlessCaches.html */
export function listServerlessCaches(
  clients: CallClients,
  input: DescribeServerlessCachesCommandInput = {},
): Promise<readonly ServerlessCache[]> {
  const pages = paginateDescribeServerlessCaches(
    { client: clients.elastiCache(), pageSize },
    input,
    clients.options,
  );
  return wholeList(
    clients,
    pages,
    ({ ServerlessCaches }) => ServerlessCaches,
    ({ ServerlessCacheName: id }) => id,
    cacheOf,
  );
}

function cacheOf(cache: Answered): ServerlessCache {
  if (!cache.ServerlessCacheName) {
    throw new ProtocolError("withoutName");
  }
  return {
    name: cache.ServerlessCacheName,
    ...(cache.ARN ? { arn: cache.ARN } : {}),
    engine: cache.Engine ?? "",
    engineVersion: cache.FullEngineVersion ?? cache.MajorEngineVersion ?? "",
    status: cache.Status ?? "",
    endpoints: [
      ...cacheEndpoints("serverless", cache.Endpoint),
      ...cacheEndpoints("reader", cache.ReaderEndpoint),
    ],
    securityGroupIds: cache.SecurityGroupIds ?? [],
    subnetIds: cache.SubnetIds ?? [],
    userGroupIds: cache.UserGroupId ? [cache.UserGroupId] : [],
    networkType: cache.NetworkType ?? "ipv4",
  };
}
