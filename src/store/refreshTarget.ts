import type { Failure } from "../core/failures/failures";
import { type Target, targetKey } from "../core/target";
import type { State } from "./state";

/** The targets of which something was loaded, or tried. */
export function loadedTargets(state: State): readonly Target[] {
  const targets = [...state.groups.targets(), ...state.caches.targets()];
  return [...new Map(targets.map((target) => [targetKey(target), target])).values()];
}

/** Reads again what was loaded of a target; of one that nobody has opened, what opening it would load. */
export async function refreshTarget(state: State, target: Target): Promise<void> {
  await Promise.all([
    state.groups.refresh(target),
    refreshCaches(state, target),
    state.accounts.load(target),
  ]);
}

/** The groups of caches, with their rules, only where somebody has opened them. They wait for the caches. */
async function refreshCaches({ caches, vpc }: State, target: Target): Promise<void> {
  const reading = caches.refresh(target);
  await Promise.all([reading, vpc.isAsked(target) ? vpc.refresh(target) : undefined]);
}

/** Why a target's last read failed, where it did. That an account has no Classic is an answer, no failure. */
export function targetFailure(state: State, target: Target): Failure | undefined {
  const { failure } = state.groups.get(target);
  return failure && failure.kind !== "classicRetired" ? failure : state.caches.get(target).failure;
}
