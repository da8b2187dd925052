import { done, failedResult, unchanged } from "../core/commandResult";
import { failureDetails } from "../core/failures/failureDetails";
import { invalidParameter } from "../core/failures/invalidParameter";
import type { Command } from "./command";
import { isFailure } from "./isFailure";

/** Copies all that is known of the failure that a row stands for, for whoever is asked for help. */
export const copyDetails: Command = {
  id: "copyDetails",
  async run(params, { ui, tree }) {
    const given =
      params["failure"] ?? tree.selection().find(({ kind }) => kind === "failure")?.params.failure;
    if (given === undefined) {
      const text = "Select a failure in the tree to copy its details";
      void ui.tell({ severity: "information", text, actions: [] });
      return unchanged();
    }
    if (!isFailure(given)) {
      return failedResult(invalidParameter("failure", "There is no failure to copy the details of"));
    }
    const text = failureDetails(given, params);
    await ui.copy(text);
    return done(text);
  },
};
