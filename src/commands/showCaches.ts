import { cancelled, done, unchanged } from "../core/commandResult";
import { readFields } from "../store/given/fields";
import { runWizard } from "../ui/wizard";
import type { Command } from "./command";
import { withRead } from "./heads";
import { type TargetContext, targetOf, targetStep } from "./steps/targetStep";

/** Opens the way to the caches of a target, where the tree shows it. */
export const showCaches: Command = {
  id: "showCaches",
  run: (params, services) =>
    withRead(readFields(params, ["profile", "region"], services.state), async (given) => {
      const { tree, ui } = services;
      const context: TargetContext = { services, given, ...given };
      if ((await runWizard("Show Caches", [targetStep], context, ui)) === "cancelled") {
        return cancelled;
      }
      const target = targetOf(context);
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
