import type { Target } from "../core/target";
import { fingerprint } from "../profiles/fingerprint";
import type { SharedConfig } from "../profiles/profile";
import type { ClassicRefusals } from "./classicRefusals";
import { loadedTargets, refreshTarget, targetFailure } from "./refreshTarget";
import type { State } from "./state";

/**
 * Takes up what has changed in the AWS files or in a sign-in: profiles come and go, and what was known of those
 * that changed is forgotten. The others keep what they have.
 *
 * @returns the targets to read again: those loaded with what has changed, and those whose sign-in was missing
 */
export async function takeUpChanges(state: State, classic: ClassicRefusals): Promise<readonly Target[]> {
  const before = fingerprints(await state.profiles.config());
  const after = fingerprints(await state.profiles.read());
  const changed = new Set([...before.keys()].filter((name) => before.get(name) !== after.get(name)));
  for (const name of changed) {
    state.accounts.forget(name);
  }
  if (changed.size > 0) {
    classic.forget();
  }
  for (const store of [state.groups, state.caches, state.vpc]) {
    store.keepOnly(({ profile }) => after.has(profile));
  }
  return loadedTargets(state).filter(
    (target) => changed.has(target.profile) || targetFailure(state, target)?.kind === "credentials",
  );
}

/** Forgets all that was read with these profiles: they lead elsewhere from now on. */
export function forgetProfiles(state: State, classic: ClassicRefusals, names: readonly string[]): void {
  for (const name of names) {
    state.accounts.forget(name);
  }
  classic.forget();
  for (const store of [state.groups, state.caches, state.vpc]) {
    store.keepOnly(({ profile }) => !names.includes(profile));
  }
}

/** Takes up what has changed, and reads those targets again: for when nobody has asked. */
export async function followChanges(state: State, classic: ClassicRefusals): Promise<void> {
  const targets = await takeUpChanges(state, classic);
  await Promise.all(targets.map((target) => refreshTarget(state, target)));
}

/**
 * A profile's keys were replaced by others, by a process or a role that gives new ones: asks anew whose they are, and
 * where they are another account's forgets what was read with those before, and reads it again.
 */
export async function followKeys(state: State, classic: ClassicRefusals, profile: string): Promise<void> {
  const { accounts } = state;
  const before = accounts.get(profile);
  accounts.forget(profile);
  const targets = loadedTargets(state).filter((target) => target.profile === profile);
  const [target] = targets;
  const now = target && (await accounts.load(target));
  if (!now || !before || now.accountId === before.accountId) {
    return;
  }
  classic.forget();
  for (const store of [state.groups, state.caches, state.vpc]) {
    store.keepOnly((each) => each.profile !== profile);
  }
  await Promise.all(targets.map((each) => refreshTarget(state, each)));
}

/** By name. They change whenever the profile's credentials, region or endpoint do. */
function fingerprints(config: SharedConfig): ReadonlyMap<string, string> {
  return new Map([...config.profiles].map(([name, profile]) => [name, fingerprint(profile, config)]));
}
