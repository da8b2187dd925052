import { partitionOf } from "./regions";
import type { Target } from "./target";

/** What a page of the AWS Console is about; nothing but the target: ElastiCache's own start. */
interface Subject extends Pick<Target, "region"> {
  readonly securityGroupId?: string | undefined;
  readonly cacheId?: string | undefined;
  readonly engine?: string | undefined;
}

/**
 * Where the partitions have their consoles. Others have none that is known.
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
const domains: Readonly<Record<string, string>> = {
  aws: "console.aws.amazon.com",
  "aws-cn": "console.amazonaws.cn",
  "aws-us-gov": "console.amazonaws-us-gov.com",
};

/** The engines that have a list of their own. */
const lists = new Set(["redis", "valkey", "memcached"]);

/** The page of the AWS Console about something; `undefined` where its partition has no console that is known. */
export function consoleAddress({ region, securityGroupId, cacheId, engine }: Subject): string | undefined {
  const { partition } = partitionOf(region);
  const domain = Object.hasOwn(domains, partition) ? domains[partition] : undefined;
  if (domain === undefined) {
    return undefined;
  }
  const query = `region=${encodeURIComponent(region)}`;
  const base = `https://${encodeURIComponent(region)}.${domain}`;
  if (securityGroupId !== undefined) {
    return `${base}/ec2/home?${query}#SecurityGroup:groupId=${encodeURIComponent(securityGroupId)}`;
  }
  const list = engine !== undefined && lists.has(engine) ? engine : "";
  const cache = list !== "" && cacheId !== undefined ? `/${encodeURIComponent(cacheId)}` : "";
  return `${base}/elasticache/home?${query}#/${list}${cache}`;
}
