import {
  type ServerlessCache as Answered,
  paginateDescribeServerlessCaches,
} from "@aws-sdk/client-elasticache";
import type { ServerlessCache } from "../../core/caches/cacheParts";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { cacheEndpoints } from "./cacheFields";
import { endingPages } from "./pages";

/** What DescribeServerlessCaches takes without a word; its documentation names no most. */
const pageSize = 50;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeServerlessCaches.html */
export async function listServerlessCaches(line: CallClients): Promise<readonly ServerlessCache[]> {
  const caches: ServerlessCache[] = [];
  const pages = paginateDescribeServerlessCaches({ client: line.elastiCache(), pageSize }, {}, line.options);
  for await (const page of endingPages(pages, ({ NextToken }) => NextToken || undefined)) {
    line.answered(page.$metadata);
    if (!page.ServerlessCaches) {
      throw new ProtocolError("withoutResult");
    }
    caches.push(...page.ServerlessCaches.map(cacheOf));
  }
  return caches;
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
    userGroupIds: cache.UserGroupId ? [cache.UserGroupId] : [],
    networkType: cache.NetworkType ?? "ipv4",
  };
}
