import type { Failure } from "../../core/failures/failures";
import { paramOf } from "../../core/requests/paramNames";
import { iamAction } from "../../core/requests/request";
import type { FailedCall } from "./call";
import { kindOfCode, serviceTrouble } from "./codes";
import { credentialsText } from "./credentialsText";
import type { ServiceError } from "./serviceError";
import { deniedAction, fieldAtFault, isClassicRetired, quotaText } from "./serviceText";

type Words = Pick<Failure, "kind" | "message" | "field" | "action" | "remedy">;

/** The failure that a service's own error comes to. */
export function answeredFailure(error: ServiceError, call: FailedCall): Failure {
  return {
    ...wordsOf(error, call),
    code: error.code,
    ...(error.requestId ? { requestId: error.requestId } : {}),
    ...(call.endpoint ? { endpoint: call.endpoint } : {}),
  };
}

function wordsOf(error: ServiceError, call: FailedCall): Words {
  const { operation, profile, region } = call;
  const { cacheSecurityGroupName, securityGroupId, cacheId } = operation.subject ?? {};
  const group = cacheSecurityGroupName ?? securityGroupId;
  const kind = kindOfCode(error.code, operation.service);
  if (
    operation.service === "scheduler" &&
    (kind === "notFound" || kind === "quota" || kind === "invalidState")
  ) {
    return { kind, message: scheduleWords(kind, operation.subject?.scheduleName ?? "of this name", region) };
  }
  switch (kind) {
    case "alreadyAuthorized":
      return { kind, message: `${sourceOf(call)} is already authorized in ${group ?? "the group"}.` };
    case "notFound":
      return { kind, message: `${missingOf(error, call)}. It may have been removed meanwhile.` };
    case "invalidState":
      return {
        kind,
        message: cacheId
          ? `${cacheId} is being changed and takes no other change until it is available again.`
          : `${group ?? "The group"} does not allow this now: it is in use, or a grant in it is changing.`,
      };
    case "invalidParameter":
      return invalidParameter(error, call);
    case "alreadyExists":
      return {
        kind,
        message: `There is a cache security group ${group ?? "of this name"} in ${region} already.`,
      };
    case "quota":
      return { kind, message: `${quotaText(error.code, region)}.` };
    case "regionDisabled":
      return { kind, message: regionDisabledText(call) };
    case "accessDenied": {
      const denied = deniedAction(error.text, operation.service);
      const action = denied.action ?? iamAction(operation);
      const why = denied.explicit ? "A policy denies it" : "No policy allows it";
      return {
        kind,
        action,
        message: `Profile ${profile} may not do ${action} in ${region}. ${why}.`,
      };
    }
    case "credentials":
      return { kind, ...credentialsText(error, call) };
    case "throttled":
      return { kind, message: `${throttledText(error, call)}` };
    default:
      return {
        kind: "unexpected",
        message: `${operation.action} in ${region} failed: AWS answered ${error.code}.`,
      };
  }
}

function scheduleWords(kind: "notFound" | "quota" | "invalidState", name: string, region: string): string {
  switch (kind) {
    case "notFound":
      return `There is no schedule ${name} in ${region}. It may have done its work.`;
    case "quota":
      return `EventBridge Scheduler takes no more schedules in ${region} for now.`;
    case "invalidState":
      return `The schedule ${name} is there already, or is being changed.`;
  }
}

function invalidParameter(error: ServiceError, call: FailedCall): Words {
  if (isClassicRetired(error)) {
    return {
      kind: "classicRetired",
      message:
        `AWS does not permit cache security groups for the account of ${call.profile} in ${call.region}. ` +
        `They went with EC2-Classic in 2023; VPC security groups decide who may reach its caches.`,
    };
  }
  const name = fieldAtFault(error.text);
  const field = name && paramOf(name);
  return {
    kind: "invalidParameter",
    message: `AWS did not accept ${name ?? "a value"}: ${sentence(error.text)}`,
    ...(field ? { field } : {}),
  };
}

/** What a region that the account has not enabled comes to. Never suggests a new login: it would not help. */
export function regionDisabledText(call: FailedCall): string {
  return (
    `${call.region} is not enabled for the account of profile ${call.profile}. The credentials are good: ` +
    `an administrator can enable the region in the account's settings.`
  );
}

function throttledText(error: ServiceError, { operation, region }: FailedCall): string {
  const times = error.attempts > 1 ? `${error.attempts} times in a row` : "at once";
  const tried = error.attempts > 1 ? `was tried ${times}` : "was tried once";
  switch (serviceTrouble(error.code)) {
    case "unavailable":
      return `The service in ${region} is unavailable for the moment. ${operation.action} ${tried}.`;
    case "failed":
      return `The service in ${region} failed itself, with ${error.code}. ${operation.action} ${tried}.`;
    case "busy":
      return `AWS throttled ${operation.action} in ${region}, ${times}. It takes requests again shortly.`;
  }
}

function missingOf(error: ServiceError, call: FailedCall): string {
  const { subject } = call.operation;
  if (/^(?:CacheCluster|ReplicationGroup|ServerlessCache)NotFound/.test(error.code)) {
    return `There is no cache ${subject?.cacheId ?? "of this name"} in ${call.region}`;
  }
  switch (error.code) {
    case "CacheSecurityGroupNotFound":
      return `There is no cache security group ${subject?.cacheSecurityGroupName ?? "of this name"} in ${call.region}`;
    case "AuthorizationNotFound":
      return `${sourceOf(call)} is not authorized in ${subject?.cacheSecurityGroupName ?? "the group"}`;
    case "InvalidSecurityGroupRuleId.NotFound":
    case "InvalidPermission.NotFound":
      return `There is no such rule in ${subject?.securityGroupId ?? "the security group"}`;
    case "InvalidPrefixListID.NotFound":
      return `There is no ${subject?.source ?? "such prefix list"} in ${call.region}`;
    default:
      return subject?.source
        ? `There is no ${subject.securityGroupId} in ${call.region}, or no ${subject.source} that its VPC can reach`
        : `There is no such security group in ${call.region}`;
  }
}

function sourceOf({ operation: { subject } }: FailedCall): string {
  return subject?.ec2SecurityGroupName
    ? `${subject.ec2SecurityGroupName} of ${subject.ec2SecurityGroupOwnerId}`
    : (subject?.source ?? "This source");
}

function sentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim().slice(0, 300);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
