import type { Cache, CacheName } from "../../core/cache";
import type { CliCall } from "../../core/cli";
import { ingressInput } from "../../core/ipPermission";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params, Services } from "../command";
import { invalidParameter } from "../params";
import { vpcFields } from "../vpc/fields";
import { ruleFields } from "../vpc/ruleFields";

type VpcCall = Pick<CliCall, "service" | "operation" | "input">;

/** Whether params stand for something of the second generation. */
export function isVpcSubject(params: Params): boolean {
  return params["securityGroupId"] !== undefined || params["cacheId"] !== undefined;
}

/** What is named is what is copied: a rule's authorization, a group's rules, a cache's description. */
export async function vpcCall(params: Params, services: Services): Promise<Outcome<VpcCall>> {
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const { cache, securityGroupId, region } = given.value;
  if (securityGroupId === undefined) {
    return cache
      ? succeeded(describeCache(cache))
      : failed(invalidParameter("cacheKind", "The kind of the cache is missing"));
  }
  const rule = ruleFields(params, region);
  if (!rule.ok) {
    return rule;
  }
  const { source, protocol, ports, description } = rule.value;
  return succeeded(
    source
      ? {
          service: "ec2",
          operation: "authorize-security-group-ingress",
          input: {
            ...ingressInput({
              groupId: securityGroupId,
              rules: [{ source, protocol, ...ports, ...(description ? { description } : {}) }],
            }),
          },
        }
      : {
          service: "ec2",
          operation: "describe-security-group-rules",
          input: { Filters: [{ Name: "group-id", Values: [securityGroupId] }] },
        },
  );
}

function describeCache({ kind, id }: CacheName): VpcCall {
  return { service: "elasticache", ...describeCacheCalls[kind](id) };
}

const describeCacheCalls: Readonly<
  Record<Cache["kind"], (id: string) => Pick<CliCall, "operation" | "input">>
> = {
  cluster: (CacheClusterId) => ({
    operation: "describe-cache-clusters",
    input: { CacheClusterId, ShowCacheNodeInfo: true },
  }),
  replicationGroup: (ReplicationGroupId) => ({
    operation: "describe-replication-groups",
    input: { ReplicationGroupId },
  }),
  serverless: (ServerlessCacheName) => ({
    operation: "describe-serverless-caches",
    input: { ServerlessCacheName },
  }),
};
