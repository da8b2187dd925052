import type { Cache, CacheName } from "../../core/caches/cache";
import type { CliCall } from "../../core/formats/cli";
import type { GroupRule } from "../../core/formats/ruleTemplates";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { ingressInput } from "../../core/rules/ipPermission";
import type { Params, Services } from "../command";
import { invalidParameter } from "../params";
import { vpcFields } from "../vpc/fields";
import { ruleFields } from "../vpc/ruleFields";

type VpcCall = Pick<CliCall, "service" | "operation" | "input">;

interface VpcSubject {
  readonly call: VpcCall;
  readonly rule?: GroupRule;
}

/** Whether params stand for something of the second generation. */
export function isVpcSubject(params: Params): boolean {
  return params["securityGroupId"] !== undefined || params["cacheId"] !== undefined;
}

/** What is named is what is copied: a rule's authorization, a group's rules, a cache's description. */
export async function vpcSubject(params: Params, services: Services): Promise<Outcome<VpcSubject>> {
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const { cache, securityGroupId: groupId, region } = given.value;
  if (groupId === undefined) {
    return cache
      ? succeeded({ call: describeCache(cache) })
      : failed(invalidParameter("cacheKind", "The kind of the cache is missing"));
  }
  const fields = ruleFields(params, region);
  if (!fields.ok) {
    return fields;
  }
  const { source, protocol, ports, description } = fields.value;
  if (!source) {
    const input = { Filters: [{ Name: "group-id", Values: [groupId] }] };
    return succeeded({ call: { service: "ec2", operation: "describe-security-group-rules", input } });
  }
  const rule = { source, protocol, ...ports, ...(description ? { description } : {}) };
  return succeeded({
    call: {
      service: "ec2",
      operation: "authorize-security-group-ingress",
      input: { ...ingressInput({ groupId, rules: [rule] }) },
    },
    rule: { groupId, rule },
  });
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
