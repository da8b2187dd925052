import { paginateDescribeCacheSecurityGroups } from "@aws-sdk/client-elasticache";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { cacheSecurityGroupOf } from "./cacheSecurityGroupOf";
import { endingPages } from "./pages";

/** The largest page that DescribeCacheSecurityGroups allows. */
const pageSize = 100;

/**
 * Every cache security group, all pages.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeCacheSecurityGroups.html
 */
export async function listCacheSecurityGroups(line: CallClients): Promise<readonly CacheSecurityGroup[]> {
  const groups: CacheSecurityGroup[] = [];
  const pages = paginateDescribeCacheSecurityGroups(
    { client: line.elastiCache(), pageSize },
    {},
    line.options,
  );
  for await (const page of endingPages(pages, ({ Marker }) => Marker)) {
    line.answered(page.$metadata);
    if (!page.CacheSecurityGroups) {
      throw new ProtocolError("withoutResult");
    }
    groups.push(...page.CacheSecurityGroups.map(cacheSecurityGroupOf));
  }
  return groups;
}
