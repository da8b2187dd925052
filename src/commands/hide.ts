import { done, failedResult, unchanged } from "../core/commandResult";
import { invalidParameter } from "../core/failures/invalidParameter";
import { shownProfiles, shownRegions } from "../store/state";
import { keepRegions } from "./chooseRegions";
import type { Command } from "./command";
import { withProfile, withTarget } from "./steps/withProfile";

/** Takes a profile out of the tree. Choose Profiles… brings it back. */
export const hideProfile: Command = {
  id: "hideProfile",
  run: (params, services) =>
    withProfile("Hide Profile", params, services, async (profile) => {
      const shown = shownProfiles(services.state);
      const others = shown.filter((name) => name !== profile);
      if (others.length === shown.length) {
        return unchanged();
      }
      if (others.length === 0) {
        // None named is all of them.
        const why = `${profile} is the only profile that is shown. Choose Profiles… shows others`;
        return failedResult(invalidParameter("profile", why));
      }
      await services.writeSetting("profiles", others);
      return done(others);
    }),
};

/** Takes a region of a profile out of the tree. Choose Regions… brings it back. */
export const hideRegion: Command = {
  id: "hideRegion",
  run: (params, services) =>
    withTarget("Hide Region", params, services, async ({ profile, region }) => {
      const shown = shownRegions(services.state, profile);
      const others = shown.filter((name) => name !== region);
      if (others.length === shown.length) {
        return unchanged();
      }
      if (others.length === 0) {
        // None named is the profile's own.
        const why = `${region} is the only region that is shown for ${profile}. Hide Profile takes both away`;
        return failedResult(invalidParameter("region", why));
      }
      return keepRegions(profile, others, services);
    }),
};
