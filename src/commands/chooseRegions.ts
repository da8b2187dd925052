import { type CommandResult, cancelled, done, failedResult } from "../core/commandResult";
import { textsParam } from "../core/given/texts";
import { regionLongName } from "../core/regions";
import { checkTarget } from "../store/given/checkTarget";
import { partitionFor } from "../store/partitionFor";
import { shownRegions } from "../store/state";
import type { Command, Params, Services } from "./command";
import { withRead } from "./heads";
import { withProfile } from "./steps/withProfile";

/** Chooses the regions that the tree shows for a profile: those of its own partition. */
export const chooseRegions: Command = {
  id: "chooseRegions",
  run: (params, services) =>
    withProfile("Choose Regions", params, services, async (profile) => {
      const { state, ui } = services;
      if (params["regions"] !== undefined) {
        return chooseGiven(profile, params, services);
      }
      const shown = shownRegions(state, profile);
      const { regions } = await partitionFor(profile, state);
      const answer = await ui.pickMany({
        at: { title: `Choose Regions: ${profile}` },
        placeholder: "The regions to show",
        items: [...new Set([...shown, ...Object.keys(regions)])].map((region) => ({
          key: region,
          label: region,
          description: regionLongName(region) ?? "",
          picked: shown.includes(region),
          value: region,
        })),
      });
      return answer.kind === "answer" ? keepRegions(profile, answer.value, services) : cancelled;
    }),
};

function chooseGiven(profile: string, params: Params, services: Services) {
  return withRead(textsParam(params, "regions", "region codes"), async (regions) => {
    for (const region of regions) {
      const wrong = await checkTarget({ region }, services.state);
      if (wrong) {
        return failedResult(wrong);
      }
    }
    return keepRegions(profile, regions, services);
  });
}

/** Keeps which regions the tree shows for a profile. */
export async function keepRegions(
  profile: string,
  regions: readonly string[],
  { state, writeSetting }: Services,
): Promise<CommandResult> {
  await writeSetting("regions", { ...state.settings().regions, [profile]: regions });
  return done(regions);
}
