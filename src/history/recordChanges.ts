import type { AwsApi } from "../aws/api";
import type { HistoryEntry } from "../core/history";
import type { Outcome } from "../core/outcome";
import { cacheSecurityGroupRequests } from "../core/requests/cacheSecurityGroups";
import { cacheRequests } from "../core/requests/caches";
import type { ApiRequest } from "../core/requests/request";
import { securityGroupRequests } from "../core/requests/securityGroups";
import type { Target } from "../core/target";
import type { CallerOf } from "./callers";
import type { Journal } from "./journal";

/** What changes nothing. Every other method has to be recorded below: the types see to it. */
type Reading =
  | "callerIdentity"
  | "configuredEndpoint"
  | "dispose"
  | "remedyFor"
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
    createCacheSecurityGroup: recorded(aws.createCacheSecurityGroup, cacheSecurityGroupRequests.create),
    deleteCacheSecurityGroup: recorded(aws.deleteCacheSecurityGroup, cacheSecurityGroupRequests.delete),
    authorizeIngress: recorded(aws.authorizeIngress, cacheSecurityGroupRequests.authorize),
    revokeIngress: recorded(aws.revokeIngress, cacheSecurityGroupRequests.revoke),
    authorizeVpcIngress: recorded(aws.authorizeVpcIngress, securityGroupRequests.authorize),
    revokeVpcIngress: recorded(aws.revokeVpcIngress, securityGroupRequests.revoke),
    replaceCacheGroups: recorded(aws.replaceCacheGroups, cacheRequests.replaceGroups),
  };
  return { ...aws, ...changes };
}

type Method<Arguments extends readonly unknown[], T> = (
  target: Target,
  ...rest: Arguments
) => Promise<Outcome<T>>;

/** Makes a method of the AWS side one that is recorded, as the request that it sends. */
function recorder(journal: Pick<Journal, "record">, callerOf: CallerOf) {
  return <Arguments extends readonly unknown[], T>(
    method: Method<Arguments, T>,
    requestOf: (...rest: Arguments) => ApiRequest,
  ): Method<Arguments, T> =>
    async (target, ...rest) => {
      const { action, input } = requestOf(...rest);
      const calling = callerOf(target);
      const outcome = await method(target, ...rest);
      const caller = await calling;
      await journal.record({
        time: new Date().toISOString(),
        target: { profile: target.profile, region: target.region },
        ...(caller === undefined ? {} : { caller }),
        action,
        what: { ...input },
        ...result(outcome),
      });
      return outcome;
    };
}

function result(outcome: Outcome<unknown>): Pick<HistoryEntry, "outcome" | "failure" | "requestId"> {
  if (outcome.ok) {
    return { outcome: "done", ...requestIdOf(outcome.requestId) };
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

function requestIdOf(requestId: string | undefined): Pick<HistoryEntry, "requestId"> {
  return requestId === undefined ? {} : { requestId };
}
