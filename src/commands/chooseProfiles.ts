import { cancelled, done, failedResult } from "../core/commandResult";
import { invalidParameter } from "../core/failures/invalidParameter";
import type { Command } from "./command";

/** Chooses the profiles that the tree shows. All of them is kept as none named, so that new ones appear. */
export const chooseProfiles: Command = {
  id: "chooseProfiles",
  async run(params, { state, ui, writeSetting }) {
    const all = [...(await state.profiles.config()).profiles.keys()];
    const given = params["profiles"];
    if (given !== undefined) {
      if (!Array.isArray(given) || !given.every((each): each is string => typeof each === "string")) {
        return failedResult(invalidParameter("profiles", "profiles is to be a list of names"));
      }
      const unknown = given.find((name) => !all.includes(name));
      if (unknown !== undefined) {
        return failedResult({
          kind: "credentials",
          message: `There is no profile named ${unknown}. Nothing was changed`,
        });
      }
      await writeSetting("profiles", given);
      return done(given);
    }
    const shown = new Set(state.settings().profiles);
    const answer = await ui.pickMany({
      at: { title: "Choose Profiles" },
      placeholder: "The profiles to show",
      items: all.map((name) => ({
        key: name,
        label: name,
        description: state.accounts.get(name)?.accountId ?? state.profiles.get(name)?.region ?? "",
        picked: shown.size === 0 || shown.has(name),
        value: name,
      })),
    });
    if (answer.kind !== "answer") {
      return cancelled;
    }
    await writeSetting("profiles", answer.value.length === all.length ? [] : answer.value);
    return done(answer.value);
  },
};
