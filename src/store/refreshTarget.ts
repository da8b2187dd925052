import type { Failure } from "../core/failures";
import type { Target } from "../core/target";
import type { State } from "./state";

/** The targets of which something was loaded, or tried. */
export function loadedTargets(state: State): readonly Target[] {
  return state.groups.targets();
}

/** Reads again what was loaded of a target; of one that nobody has opened, what opening it would load. */
export async function refreshTarget(state: State, target: Target): Promise<void> {
  await Promise.all([state.groups.refresh(target), state.accounts.load(target)]);
}

/** Why a target's last read failed, where it did. That an account has no Classic is an answer, no failure. */
export function targetFailure(state: State, target: Target): Failure | undefined {
  const { failure } = state.groups.get(target);
  return failure?.kind === "classicRetired" ? undefined : failure;
}
