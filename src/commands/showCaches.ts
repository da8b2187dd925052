import { done, unchanged } from "../core/commandResult";
import type { Command } from "./command";
import { withTarget } from "./steps/withProfile";

/** Opens the way to the caches of a target, where the tree shows it. */
export const showCaches: Command = {
  id: "showCaches",
  run: (params, services) =>
    withTarget("Show Caches", params, services, async (target) => {
      const { tree, ui } = services;
      if (await tree.showCaches(target)) {
        return done();
      }
      void ui.tell({
        severity: "information",
        text: `The tree does not show ${target.profile} in ${target.region}. Choose Profiles… and Choose Regions… say what it shows`,
        actions: [],
      });
      return unchanged();
    }),
};
