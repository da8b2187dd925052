import type { AwsApi } from "../aws/api";
import type { Ingress } from "../core/cacheSecurityGroups/ingress";
import type { CacheKind } from "../core/caches/cache";
import type { HistoryEntry } from "../core/history";
import type { Outcome } from "../core/outcome";
import type { Target } from "../core/target";
import type { CallerOf } from "./callers";
import type { Journal } from "./journal";

/** What changes nothing. Every other method has to be recorded below: the types see to it. */
type Reading =
  | "callerIdentity"
  | "configuredEndpoint"
  | "forget"
  | "dispose"
  | `${"describe" | "list" | "count" | "find" | "dryRun"}${string}`;

type Changes = Omit<AwsApi, Extract<keyof AwsApi, Reading>>;

/** The AWS side, with each change that it sends written to the journal: no command can forget to. */
export function recordChanges<A extends Changes>(
  aws: A,
  journal: Pick<Journal, "record">,
  callerOf: CallerOf,
): A & Changes {
  const recorded = recorder(journal, callerOf);
  const changes: Changes = {
    createCacheSecurityGroup: recorded(aws.createCacheSecurityGroup, ({ name, description }) => ({
      action: "CreateCacheSecurityGroup",
      what: { CacheSecurityGroupName: name, Description: description },
    })),
    deleteCacheSecurityGroup: recorded(aws.deleteCacheSecurityGroup, (name) => ({
      action: "DeleteCacheSecurityGroup",
      what: { CacheSecurityGroupName: name },
    })),
    authorizeIngress: recorded(aws.authorizeIngress, (ingress) => ({
      action: "AuthorizeCacheSecurityGroupIngress",
      what: ingressInput(ingress),
    })),
    revokeIngress: recorded(aws.revokeIngress, (ingress) => ({
      action: "RevokeCacheSecurityGroupIngress",
      what: ingressInput(ingress),
    })),
    authorizeVpcIngress: recorded(aws.authorizeVpcIngress, ({ groupId, rules, tags }) => ({
      action: "AuthorizeSecurityGroupIngress",
      what: { GroupId: groupId, rules, ...(tags ? { tags } : {}) },
    })),
    revokeVpcIngress: recorded(aws.revokeVpcIngress, ({ groupId, ruleId }) => ({
      action: "RevokeSecurityGroupIngress",
      what: { GroupId: groupId, SecurityGroupRuleIds: [ruleId] },
    })),
    replaceCacheGroups: recorded(aws.replaceCacheGroups, ({ cache, groupIds }) => ({
      action: modifications[cache.kind].action,
      what: { [modifications[cache.kind].name]: cache.id, SecurityGroupIds: groupIds },
    })),
  };
  return { ...aws, ...changes };
}

function ingressInput(ingress: Ingress) {
  return {
    CacheSecurityGroupName: ingress.cacheSecurityGroupName,
    EC2SecurityGroupName: ingress.ec2SecurityGroupName,
    EC2SecurityGroupOwnerId: ingress.ec2SecurityGroupOwnerId,
  };
}

const modifications = {
  cluster: { action: "ModifyCacheCluster", name: "CacheClusterId" },
  replicationGroup: { action: "ModifyReplicationGroup", name: "ReplicationGroupId" },
  serverless: { action: "ModifyServerlessCache", name: "ServerlessCacheName" },
} as const satisfies Record<CacheKind, unknown>;

type Method<Arguments extends readonly unknown[], T> = (
  target: Target,
  ...rest: Arguments
) => Promise<Outcome<T>>;

/** Makes a method of the AWS side one that is recorded, as the operation and the parameters it stands for. */
function recorder(journal: Pick<Journal, "record">, callerOf: CallerOf) {
  return <Arguments extends readonly unknown[], T>(
    method: Method<Arguments, T>,
    request: (...rest: Arguments) => Pick<HistoryEntry, "action" | "what">,
  ): Method<Arguments, T> =>
    async (target, ...rest) => {
      const calling = callerOf(target);
      const outcome = await method(target, ...rest);
      const caller = await calling;
      await journal.record({
        time: new Date().toISOString(),
        target: { profile: target.profile, region: target.region },
        ...(caller === undefined ? {} : { caller }),
        ...request(...rest),
        ...result(outcome),
      });
      return outcome;
    };
}

function result(outcome: Outcome<unknown>): Pick<HistoryEntry, "outcome" | "failure" | "requestId"> {
  if (outcome.ok) {
    return { outcome: "done", ...requestIdOf(ownRequestId(outcome.value) ?? outcome.requestId) };
  }
  const { kind, code, requestId } = outcome.failure;
  if (kind === "alreadyAuthorized") {
    return { outcome: "unchanged", ...requestIdOf(requestId) };
  }
  return {
    outcome: "failed",
    failure: { kind, ...(code === undefined ? {} : { code }) },
    ...requestIdOf(requestId),
  };
}

/** Where a look had to confirm the change, the last answer was the look's: the change says its own. */
function ownRequestId(value: unknown): string | undefined {
  return typeof value === "object" &&
    value !== null &&
    "requestId" in value &&
    typeof value.requestId === "string"
    ? value.requestId
    : undefined;
}

function requestIdOf(requestId: string | undefined): Pick<HistoryEntry, "requestId"> {
  return requestId === undefined ? {} : { requestId };
}
