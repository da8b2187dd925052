import { done, failedResult } from "../core/commandResult";
import { remedyAtHand } from "../ui/remedyAtHand";
import type { Command } from "./command";
import { withProfile } from "./steps/withProfile";

/** Runs in a terminal what signs a profile in again. What it gives is taken up by itself, once it is there. */
export const signIn: Command = {
  id: "signIn",
  run: (params, services) =>
    withProfile("Sign In", params, services, async (profile) => {
      const remedy = await (await services.aws()).remedyFor(profile);
      if (remedy === undefined) {
        return failedResult({
          kind: "credentials",
          message: `Profile ${profile} has no sign-in: its credentials come from somewhere else. Open Credentials File and Open Config File show where`,
        });
      }
      const atHand = remedyAtHand(remedy, await services.installedCli());
      if (!atHand.runs) {
        return failedResult({ kind: "credentials", message: `${remedy} cannot be run here. ${atHand.why}` });
      }
      services.ui.runInTerminal(remedy);
      return done(remedy);
    }),
};
