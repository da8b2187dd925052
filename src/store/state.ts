import type { Settings } from "../core/settings";
import type { Target } from "../core/target";
import type { AccountStore } from "./accountStore";
import type { CacheStore } from "./cacheStore";
import type { Ends } from "./expiry/ends";
import type { GroupStore } from "./groupStore";
import type { ProfileStore } from "./profileStore";
import type { VpcStore } from "./vpcStore";

/** Everything that is known: what the rows show and the flows offer. */
export interface State {
  readonly profiles: ProfileStore;
  readonly accounts: AccountStore;
  readonly groups: GroupStore;
  readonly caches: CacheStore;
  readonly vpc: VpcStore;
  readonly ends: Ends;
  readonly settings: () => Settings;
  /** Whether the tree leaves out caches that are neither open nor public. */
  readonly onlyOpen?: () => boolean;
  /** The AWS files that the profiles come from. */
  readonly files?: { readonly config: string; readonly credentials: string };
  /** Whose AWS files were read, in words, where there could be others: in a window with a remote side. */
  readonly whoseFiles?: string | undefined;
}

/** What is known of caches. */
export type CacheState = Pick<State, "caches" | "vpc" | "ends">;

/** Whether there are profiles, and the setting hides every one. */
export function hidesAllProfiles(state: State): boolean {
  return state.profiles.all().length > 0 && shownProfiles(state).length === 0;
}

/** The names of the profiles to show: those chosen, the favourites first and then in the files' order; all where none is. */
export function shownProfiles(state: State): readonly string[] {
  const { profiles, favourites } = state.settings();
  const chosen = new Set(profiles);
  const names = state.profiles.all().map((profile) => profile.name);
  return favouritesFirst(chosen.size === 0 ? names : names.filter((name) => chosen.has(name)), favourites);
}

/** The names that are favourites in the order of those, and then the others as they stand. */
function favouritesFirst(names: readonly string[], favourites: readonly string[] = []): readonly string[] {
  const first = [...new Set(favourites)].filter((name) => names.includes(name));
  return first.length === 0 ? names : [...first, ...names.filter((name) => !first.includes(name))];
}

/** The regions to show for a profile: those chosen, else its own, else none. */
export function shownRegions(state: State, profile: string): readonly string[] {
  const { regions, favourites } = state.settings();
  const chosen = Object.hasOwn(regions, profile) ? regions[profile] : undefined;
  if (chosen && chosen.length > 0) {
    return favouritesFirst([...new Set(chosen)], favourites);
  }
  const own = state.profiles.get(profile)?.region;
  return own === undefined ? [] : [own];
}

/** Every target that is shown. */
export function shownTargets(state: State): readonly Target[] {
  return shownProfiles(state).flatMap((profile) =>
    shownRegions(state, profile).map((region) => ({ profile, region })),
  );
}
