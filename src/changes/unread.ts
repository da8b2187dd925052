import { failureReach } from "../core/failures/failureScope";
import type { Failure } from "../core/failures/failures";
import type { Verdict } from "./change";

/**
 * What a look that failed comes to. The permission to look may be missing and the one to change not; what fails for
 * the whole target, as keys that have expired, would fail the change as well.
 */
export function unread(failure: Failure): Verdict<never> {
  return failureReach(failure) === "target" ? { kind: "impossible", failure } : { kind: "notKnown", failure };
}
