import { done, failedResult } from "../core/commandResult";
import type { Moment } from "../core/compare/moment";
import { count } from "../core/plural";
import { readMoment } from "../store/readMoment";
import type { Command } from "./command";
import { withTarget } from "./steps/withProfile";

/** Keeps who may reach what in a target now, to compare with later. */
export const keepMoment: Command = {
  id: "keepMoment",
  run: (params, services) =>
    withTarget("Keep This Moment", params, services, async (target) => {
      const moment = await services.tree.whileBusy(readMoment(target, services.state, Date.now));
      try {
        await services.moments.keep(moment);
      } catch (error) {
        services.log(`keepMoment: ${error instanceof Error ? error.message : "an unknown error"}`);
        const message = "The moment could not be written to this computer. The log has the details";
        return failedResult({ kind: "unexpected", message });
      }
      void services.ui.tell({ severity: "information", text: keptText(moment), actions: [] });
      return done({ at: moment.at, places: moment.places.length });
    }),
};

function keptText({ profile, region, places, notRead }: Moment): string {
  const what = `${count(places.length, "cache or group", "caches and groups")} of ${profile}, ${region}`;
  return Object.keys(notRead).length > 0
    ? `Kept: ${what}. What could not be read is kept as not known`
    : `Kept: ${what}`;
}
