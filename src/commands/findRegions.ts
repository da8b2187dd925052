import { cancelled, failedResult } from "../core/commandResult";
import { joined } from "../core/joined";
import { regionLongName } from "../core/regions";
import { partitionFor } from "../store/partitionFor";
import { type RegionLook, regionsInUse } from "../store/regionsInUse";
import { shownRegions } from "../store/state";
import { keepRegions } from "./chooseRegions";
import type { Command, Services } from "./command";
import { withProfile } from "./steps/withProfile";

/** Finds the regions of a profile's partition that hold something, and offers them to choose from. */
export const findRegions: Command = {
  id: "findRegions",
  run: (params, services) =>
    withProfile("Regions in Use", params, services, async (profile) => {
      const { state, ui } = services;
      const looks = await lookEverywhere(profile, services);
      if (!looks) {
        return cancelled;
      }
      const unknown = looks.filter((look) => look.found === "unknown");
      if (unknown.length === looks.length && unknown[0]) {
        return failedResult(unknown[0].failure);
      }
      const shown = shownRegions(state, profile);
      const answer = await ui.pickMany({
        at: { title: `Regions in use: ${profile}` },
        placeholder: "The regions to show: those with something in them are ticked",
        items: [...looks].sort(inUseFirst).map((look) => ({
          key: look.region,
          label: look.region,
          description: joined(regionLongName(look.region), words(look)),
          picked: look.found === "something" || (look.found === "unknown" && shown.includes(look.region)),
          value: look.region,
        })),
      });
      return answer.kind === "answer" ? keepRegions(profile, answer.value, services) : cancelled;
    }),
};

/** Every region of the profile's partition; `undefined` when cancelled. */
async function lookEverywhere(
  profile: string,
  { state, aws, ui }: Services,
): Promise<readonly RegionLook[] | undefined> {
  const regions = Object.keys((await partitionFor(profile, state)).regions);
  const looks: RegionLook[] = [];
  const api = await aws();
  return ui.progress(`Looking for caches and groups of ${profile}`, async ({ signal, report }) => {
    const looked = (look: RegionLook) => {
      looks.push(look);
      report(look.region, looks.length / regions.length);
    };
    await regionsInUse(api, profile, regions, looked, signal);
    return signal.aborted ? undefined : looks;
  });
}

function words(look: RegionLook): string {
  switch (look.found) {
    case "something":
      return "in use";
    case "nothing":
      return "empty";
    case "unknown":
      return look.failure.kind === "regionDisabled" ? "not enabled" : `not known: ${look.failure.kind}`;
  }
}

const order = { something: 0, unknown: 1, nothing: 2 } as const;

function inUseFirst(a: RegionLook, b: RegionLook): number {
  return order[a.found] - order[b.found] || (a.region < b.region ? -1 : 1);
}
