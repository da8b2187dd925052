import { done, failedResult } from "../core/commandResult";
import type { Failure } from "../core/failures";
import { shownTargets } from "../store/state";
import type { Command } from "./command";
import { checkTarget, textParams } from "./params";

/**
 * Reads the files again, then the branches: of one target, of one profile, or all that were loaded. What fails
 * says so in its own branch; the result names the first.
 */
export const refresh: Command = {
  id: "refresh",
  async run(params, { state, aws, tree }) {
    const given = textParams(params, ["profile", "region"]);
    if (!given.ok) {
      return failedResult(given.failure);
    }
    const { profile, region } = given.value;
    await state.profiles.read();
    const wrong = await checkTarget(given.value, state);
    if (wrong) {
      return failedResult(wrong);
    }
    (await aws()).forget(profile);
    const loaded = state.groups
      .targets()
      .filter(
        (target) =>
          (profile ?? target.profile) === target.profile && (region ?? target.region) === target.region,
      );
    // A target that is named is read even if nobody has opened it yet.
    const named = profile !== undefined && region !== undefined ? [{ profile, region }] : loaded;
    const shown = new Set(shownTargets(state).map((target) => target.profile));
    const targets = named.filter((target) => shown.has(target.profile));
    await tree.whileBusy(
      Promise.all(targets.flatMap((target) => [state.groups.refresh(target), state.accounts.load(target)])),
    );
    const failure = targets
      .map((target) => state.groups.get(target).failure)
      .find((each): each is Failure => each !== undefined && each.kind !== "classicRetired");
    return failure ? failedResult(failure) : done();
  },
};
