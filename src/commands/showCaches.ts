import { done } from "../core/commandResult";
import type { Command } from "./command";
import { nothingToDo } from "./heads";
import { withTarget } from "./steps/withProfile";

/** Opens the way to the caches of a target, where the tree shows it. */
export const showCaches: Command = {
  id: "showCaches",
  run: (params, services) =>
    withTarget("Show Caches", params, services, async (target) => {
      const { profile, region } = target;
      return (await services.tree.showCaches(target))
        ? done()
        : nothingToDo(
            `The tree does not show ${profile} in ${region}. Choose Profiles… and Choose Regions… say what it shows`,
            services,
          );
    }),
};
