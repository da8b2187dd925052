import type { Target } from "../core/target";
import type { CacheState } from "../store/state";
import { type CacheReach, cacheReach } from "./cacheReach";

/** How many caches of a target there are of each reach. */
export function countReach(state: CacheState, target: Target): Readonly<Record<CacheReach, number>> {
  const counts = { public: 0, open: 0, notKnown: 0, checking: 0, "": 0 };
  for (const cache of state.caches.get(target).value ?? []) {
    counts[cacheReach(state, target, cache)] += 1;
  }
  return counts;
}

/** What is said of the caches of a target beside their number. */
export function reachCounts(state: CacheState, target: Target): readonly string[] {
  const { checking, open, notKnown, public: isPublic } = countReach(state, target);
  return checking > 0
    ? ["checking…"]
    : [counted(open, "open"), counted(isPublic, "public"), counted(notKnown, "not known")];
}

/** How many caches of some targets are open. */
export function openCaches(state: CacheState, targets: readonly Target[]): number {
  return targets.reduce((sum, target) => sum + countReach(state, target).open, 0);
}

/** The same in words, where any is. */
export function openWords(open: number): string {
  return counted(open, "open");
}

function counted(number: number, word: string): string {
  return number === 0 ? "" : `${number} ${word}`;
}
