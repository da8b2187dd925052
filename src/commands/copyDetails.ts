import { done, failedResult } from "../core/commandResult";
import { failureDetails } from "../core/failures/failureDetails";
import { invalidParameter } from "../core/failures/invalidParameter";
import type { Command } from "./command";
import { nothingToDo } from "./heads";
import { isFailure } from "./isFailure";

/** Copies all that is known of the failure that a row stands for, for whoever is asked for help. */
export const copyDetails: Command = {
  id: "copyDetails",
  async run(params, services) {
    const { ui, tree } = services;
    const given =
      params["failure"] ?? tree.selection().find(({ kind }) => kind === "failure")?.params.failure;
    if (given === undefined) {
      return nothingToDo("Select a failure in the tree to copy its details", services);
    }
    if (!isFailure(given)) {
      return failedResult(invalidParameter("failure", "There is no failure to copy the details of"));
    }
    const text = failureDetails(given, params);
    await ui.copy(text);
    return done(text);
  },
};
