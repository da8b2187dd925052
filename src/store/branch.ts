import type { Failure } from "../core/failures/failures";

/**
 * A part of the tree that is loaded as one. What was loaded outlives a failure: then it is stale, and both are
 * shown.
 */
export interface Branch<T> {
  readonly value?: T;
  /** When `value` was read, in milliseconds since 1970. */
  readonly readAt?: number;
  /** Why the last load failed; absent once one works. */
  readonly failure?: Failure;
  readonly loading: boolean;
  /** What has come of a first read that is still under way: nothing is known of what it does not name. */
  readonly soFar?: T;
}

export type BranchState = "unloaded" | "loading" | "loaded" | "failed" | "stale";

export const unloaded: Branch<never> = { loading: false };

export function branchState(branch: Branch<unknown>): BranchState {
  if (branch.failure) {
    return branch.value === undefined ? "failed" : "stale";
  }
  if (branch.value !== undefined) {
    return "loaded";
  }
  return branch.loading ? "loading" : "unloaded";
}
