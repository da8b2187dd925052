import { cancelled, done, failedResult, unchanged } from "../core/commandResult";
import { invalidParameter } from "../core/failures/invalidParameter";
import { textParam } from "../core/given/texts";
import { checkTarget } from "../store/given/checkTarget";
import { readFields } from "../store/given/fields";
import { shownProfiles, shownRegions } from "../store/state";
import { runWizard } from "../ui/wizard";
import type { Command } from "./command";
import { withRead } from "./heads";
import { askProfile } from "./steps/askProfile";
import { type TargetContext, targetOf, targetStep } from "./steps/targetStep";

/** Takes a profile out of the tree. Choose Profiles… brings it back. */
export const hideProfile: Command = {
  id: "hideProfile",
  async run(params, services) {
    const given = textParam(params, "profile");
    if (!given.ok) {
      return failedResult(given.failure);
    }
    const wrong = await checkTarget(
      given.value === undefined ? {} : { profile: given.value },
      services.state,
    );
    if (wrong) {
      return failedResult(wrong);
    }
    const profile = given.value ?? (await askProfile("Hide Profile", services));
    if (profile === undefined) {
      return cancelled;
    }
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
  },
};

/** Takes a region of a profile out of the tree. Choose Regions… brings it back. */
export const hideRegion: Command = {
  id: "hideRegion",
  run: (params, services) =>
    withRead(readFields(params, ["profile", "region"], services.state), async (given) => {
      const context: TargetContext = { services, given, ...given };
      if ((await runWizard("Hide Region", [targetStep], context, services.ui)) === "cancelled") {
        return cancelled;
      }
      const { profile, region } = targetOf(context);
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
      const { regions } = services.state.settings();
      await services.writeSetting("regions", { ...regions, [profile]: others });
      return done(others);
    }),
};
