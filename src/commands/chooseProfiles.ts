import { cancelled, done, failedResult } from "../core/commandResult";
import { textsParam } from "../core/given/texts";
import type { Command } from "./command";
import { withRead } from "./heads";

/** Chooses the profiles that the tree shows. All of them is kept as none named, so that new ones appear. */
export const chooseProfiles: Command = {
  id: "chooseProfiles",
  async run(params, { state, ui, writeSetting }) {
    const all = [...(await state.profiles.config()).profiles.keys()];
    if (params["profiles"] !== undefined) {
      return withRead(textsParam(params, "profiles", "names"), async (given) => {
        const unknown = given.find((name) => !all.includes(name));
        if (unknown !== undefined) {
          const message = `There is no profile named ${unknown}. Nothing was changed`;
          return failedResult({ kind: "credentials", message });
        }
        await writeSetting("profiles", given);
        return done(given);
      });
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
