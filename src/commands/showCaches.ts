import { done, failedResult, unchanged } from "../core/commandResult";
import { invalidParameter } from "../core/failures/invalidParameter";
import type { Command } from "./command";
import { checkTarget, textParams } from "./params";

/** Opens the way to the caches of a target, where the tree shows it. */
export const showCaches: Command = {
  id: "showCaches",
  async run(params, { state, tree }) {
    const given = textParams(params, ["profile", "region"]);
    if (!given.ok) {
      return failedResult(given.failure);
    }
    const wrong = await checkTarget(given.value, state);
    if (wrong) {
      return failedResult(wrong);
    }
    const { profile, region } = given.value;
    if (profile === undefined || region === undefined) {
      return failedResult(
        invalidParameter("profile", "The profile and the region of the caches are missing"),
      );
    }
    return (await tree.showCaches({ profile, region })) ? done() : unchanged();
  },
};
