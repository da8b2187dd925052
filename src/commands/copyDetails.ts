import { done, failedResult, unchanged } from "../core/commandResult";
import type { Failure } from "../core/failures/failures";
import { invalidParameter } from "../core/failures/invalidParameter";
import type { Params } from "../core/params";
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
    const text = details(given, params);
    await ui.copy(text);
    return done(text);
  },
};

function details(failure: Failure, params: Params): string {
  const facts = [
    ["Kind", failure.kind],
    ["Profile", params["profile"]],
    ["Region", params["region"]],
    ["Code", failure.code],
    ["Missing permission", failure.action],
    ["Endpoint", failure.endpoint],
    ["Request ID", failure.requestId],
  ] as const;
  const lines = facts.flatMap(([name, value]) => (typeof value === "string" ? [`${name}: ${value}`] : []));
  return [failure.message, ...lines].join("\n");
}
