import type { Failure } from "./failures";

/**
 * How far a failure reaches: what else of many would fail in the same way, so that it need not be sent. A
 * group that is gone is gone for all its grants; keys that have expired have expired for the whole target.
 */
export function failureReach({ kind, code }: Failure): "item" | "scope" | "target" {
  switch (kind) {
    case "classicRetired":
    case "regionDisabled":
    case "credentials":
    case "readOnly":
    case "protected":
      return "target";
    case "accessDenied":
      return "scope";
    case "notFound":
      return code === groupNotFound ? "scope" : "item";
    case "alreadyAuthorized":
    case "changedSince":
    case "invalidState":
    case "invalidParameter":
    case "alreadyExists":
    case "quota":
    case "throttled":
    case "network":
    case "protocol":
    case "cancelled":
    case "unexpected":
      return "item";
  }
}

/** The wire's code for a cache security group that is not there. */
export const groupNotFound = "CacheSecurityGroupNotFound";

/** Whether the service gave no answer, or none that counts: others will hardly fare better. */
export function leavesOpen({ kind }: Failure): boolean {
  return kind === "network" || kind === "protocol" || kind === "throttled" || kind === "unexpected";
}

/** Whether an attempt may have been carried out, and no look has told yet: the AWS side knows of each attempt. */
export function isInDoubt({ inDoubt }: Failure): boolean {
  return inDoubt === true;
}
