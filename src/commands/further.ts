import { count } from "../core/plural";
import { type Target, targetKey } from "../core/target";
import { forEachTarget } from "../store/forEachTarget";
import { loadedTargets, refreshTarget } from "../store/refreshTarget";
import { shownTargets } from "../store/state";
import type { PickItem } from "../ui/ui";
import type { Services } from "./command";

/** The offer to look in what nobody has opened yet; none where all was. */
export function further({ state }: Pick<Services, "state">): readonly PickItem<"further">[] {
  return furtherEntry(targetsLeft(state).length, "profiles and regions that nobody has opened yet");
}

/** The offer to look in so many more targets; `description`: which these are. */
export function furtherEntry(left: number, description: string): readonly PickItem<"further">[] {
  return left === 0
    ? []
    : [
        {
          key: "further",
          label: `Look in ${count(left, "more target")}`,
          description,
          icon: "search",
          always: true,
          value: "further",
        },
      ];
}

/** The targets of which nothing was read. */
function targetsLeft(state: Services["state"]): readonly Target[] {
  const loaded = new Set(loadedTargets(state).map(targetKey));
  return shownTargets(state).filter((target) => !loaded.has(targetKey(target)));
}

/** Reads the targets that nobody has opened. What cannot be read says so in its branch. False where there are none. */
export async function loadRest(services: Services): Promise<boolean> {
  const { state, ui } = services;
  const rest = targetsLeft(state);
  if (rest.length > 0) {
    await ui.progress(`Looking in ${count(rest.length, "target")}`, ({ signal, report }) =>
      forEachTarget(rest, signal, report, async (target) => {
        await refreshTarget(state, target);
        await state.vpc.load(target);
      }),
    );
  }
  return rest.length > 0;
}
