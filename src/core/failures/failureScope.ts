import type { Failure } from "./failures";

/**
 * How far a failure reaches: what else of a batch would fail in the same way, so that it need not be sent. A
 * group that is gone is gone for all its grants; keys that have expired have expired for the whole target.
 */
export function failureReach({ kind, code }: Failure): "item" | "group" | "target" {
  switch (kind) {
    case "classicRetired":
    case "regionDisabled":
    case "credentials":
    case "readOnly":
    case "protected":
      return "target";
    case "accessDenied":
      return "group";
    case "notFound":
      return code === groupNotFound ? "group" : "item";
    case "alreadyAuthorized":
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

/** Whether the service may have done what was asked all the same: there was no answer, or none that counts. */
export function leavesOpen({ kind }: Failure): boolean {
  return kind === "network" || kind === "protocol" || kind === "throttled" || kind === "unexpected";
}
