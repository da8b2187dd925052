import { done, failedResult } from "../core/commandResult";
import { distinctBy } from "../core/distinct";
import { textParams } from "../core/given/texts";
import { isAmong, targetKey } from "../core/target";
import { checkTarget } from "../store/given/checkTarget";
import { loadedTargets, refreshTarget, targetFailure } from "../store/refreshTarget";
import type { Command } from "./command";
import { withRead } from "./heads";

/**
 * Reads the files again, then the branches: of one target, of one profile, or all that were loaded. What fails
 * says so in its own branch; the result names the first.
 */
export const refresh: Command = {
  id: "refresh",
  run: (params, { state, tree, takeUpChanges }) =>
    withRead(textParams(params, ["profile", "region"]), async (given) => {
      const { profile, region } = given;
      const changed = await takeUpChanges();
      const wrong = await checkTarget(given, state);
      if (wrong) {
        return failedResult(wrong);
      }
      // A target that is named is read even if nobody has opened it yet.
      const wanted =
        profile !== undefined && region !== undefined
          ? [{ profile, region }]
          : loadedTargets(state).filter((target) => isAmong(target, given));
      const targets = distinctBy(targetKey, [...changed, ...wanted]);
      await tree.whileBusy(Promise.all(targets.map((target) => refreshTarget(state, target))));
      const failure = wanted.map((target) => targetFailure(state, target)).find((each) => each !== undefined);
      return failure ? failedResult(failure) : done();
    }),
};

/**
 * The same for everything, whatever is passed: VS Code passes the row that has the focus to a button above the
 * tree, and Refresh there means the whole tree.
 */
export const refreshAll: Command = {
  id: "refreshAll",
  run: (_params, services) => refresh.run({}, services),
};
