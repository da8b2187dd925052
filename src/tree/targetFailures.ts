import type { Failure } from "../core/failures/failures";
import type { Target } from "../core/target";
import type { State } from "../store/state";

/**
 * The failures that both sections of a region have: keys that are not accepted, an endpoint that cannot be reached. They
 * stand once, above the sections, and not in each.
 */
export function targetFailures(state: State, target: Target): readonly Failure[] {
  const ofGroups = state.groups.get(target).failure;
  return state.caches.get(target).failures.filter((failure) => ofGroups && isSame(failure, ofGroups));
}

/** The failures of one section, without those of the whole target. */
export function ownFailures(state: State, target: Target, failures: readonly Failure[]): readonly Failure[] {
  const shared = targetFailures(state, target);
  return failures.filter((failure) => !shared.some((each) => isSame(each, failure)));
}

/** A request of its own each, with an id of its own. */
function isSame(one: Failure, other: Failure): boolean {
  return one.kind === other.kind && one.message === other.message;
}
