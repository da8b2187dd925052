import { type Target, targetKey } from "../../core/target";
import { fewAtATime } from "../../store/fewAtATime";
import { refreshTarget } from "../../store/refreshTarget";
import { type State, shownTargets } from "../../store/state";

/** What was read within this time is told as it is. Milliseconds. */
const fresh = 60_000;

/** So many are asked for one answer: several requests each. */
export const mostTargets = 40;
const targetsAtATime = 8;

/** The targets that an answer is about, and those that are too many to be asked. */
export interface Asked {
  readonly targets: readonly Target[];
  readonly left: readonly Target[];
}

/** A target that is named whole; else those of the tree that have the profile or the region. Loaded ones come first. */
export function targetsAsked({ profile, region }: Partial<Target>, state: State): Asked {
  if (profile !== undefined && region !== undefined) {
    return { targets: [{ profile, region }], left: [] };
  }
  const shown = shownTargets(state).filter(
    (target) => (profile ?? target.profile) === target.profile && (region ?? target.region) === target.region,
  );
  const loaded = new Set(state.caches.targets().map(targetKey));
  const isLoaded = (target: Target) => loaded.has(targetKey(target));
  const ordered = [...shown.filter(isLoaded), ...shown.filter((target) => !isLoaded(target))];
  return { targets: ordered.slice(0, mostTargets), left: ordered.slice(mostTargets) };
}

/** Reads what is not read yet, or was some time ago. What cannot be read says so in its branch. */
export async function loadTargets(
  targets: readonly Target[],
  state: State,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  await fewAtATime(targets, targetsAtATime, signal, async (target) => {
    const { readAt, failures } = state.caches.get(target);
    if (readAt === undefined || failures.length > 0 || now - readAt > fresh) {
      await refreshTarget(state, target);
    }
    await Promise.all([state.vpc.load(target), state.groups.load(target)]);
    await Promise.all([state.vpc.loadFacts(target), state.caches.loadUsers(target)]);
  });
}
