import { done, failedResult } from "../core/commandResult";
import type { Failure } from "../core/failures/failures";
import type { Command } from "./command";
import { invalidParameter } from "./params";
import { refresh } from "./refresh";
import { tellFailure } from "./tellFailure";

/** Says all about the failure that a row stands for, with what mends it. */
export const showFailure: Command = {
  id: "showFailure",
  async run(params, services) {
    if (!isFailure(params["failure"])) {
      return failedResult(invalidParameter("failure", "There is no failure to show"));
    }
    const { profile, region } = params;
    const target =
      typeof profile === "string" && typeof region === "string" ? { profile, region } : undefined;
    tellFailure(params["failure"], services, () => refresh.run({ profile, region }, services), target);
    return done();
  },
};

function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "kind" in value && "message" in value;
}
