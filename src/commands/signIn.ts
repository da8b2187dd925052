import { cancelled, done, failedResult } from "../core/commandResult";
import { textParam } from "../core/given/texts";
import { checkTarget } from "../store/given/checkTarget";
import { remedyAtHand } from "../ui/remedyAtHand";
import type { Command } from "./command";
import { askProfile } from "./steps/askProfile";

/** Runs in a terminal what signs a profile in again. What it gives is taken up by itself, once it is there. */
export const signIn: Command = {
  id: "signIn",
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
    const profile = given.value ?? (await askProfile("Sign In", services));
    if (profile === undefined) {
      return cancelled;
    }
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
  },
};
