import { count } from "../core/plural";
import { type Target, targetKey } from "../core/target";
import { forEachTarget } from "../store/forEachTarget";
import { loadedTargets, refreshTarget } from "../store/refreshTarget";
import { type State, shownTargets } from "../store/state";
import type { MapServices } from "./services";

/** The targets that the tree shows and of which nothing was read. */
export function pendingTargets(state: State): readonly Target[] {
  const loaded = new Set(loadedTargets(state).map(targetKey));
  return shownTargets(state).filter((target) => !loaded.has(targetKey(target)));
}

/** Reads targets that nobody has opened, and says how far it is. What cannot be read says so in its band. */
export async function readTargets(targets: readonly Target[], { state, ui }: MapServices): Promise<void> {
  if (targets.length === 0) {
    return;
  }
  await ui.progress(`Reading ${count(targets.length, "target")}`, ({ signal, report }) =>
    forEachTarget(targets, signal, report, async (target) => {
      await refreshTarget(state, target);
      await readRules(target, state);
    }),
  );
}

/** What the map needs besides what opening a region reads: rules, whom they name, and cache security groups. */
export async function readRules(target: Target, { accounts, caches, groups, vpc }: State): Promise<void> {
  await Promise.all([
    accounts.load(target),
    groups.load(target),
    caches.load(target).then(() => vpc.load(target)),
  ]);
  await vpc.loadFacts(target);
}

/** Asks which targets to read, all of them checked. */
export async function chooseTargets(services: MapServices): Promise<void> {
  const answer = await services.ui.pickMany<Target>({
    at: { title: "Access Map" },
    placeholder: "The profiles and regions to read",
    items: pendingTargets(services.state).map((target) => ({
      key: targetKey(target),
      label: target.profile,
      description: target.region,
      icon: "account",
      picked: true,
      value: target,
    })),
    atLeastOne: true,
  });
  if (answer.kind === "answer") {
    await readTargets(answer.value, services);
  }
}
