import { done, failedResult } from "../core/commandResult";
import { type Failure, failureKinds } from "../core/failures/failures";
import { invalidParameter } from "../core/failures/invalidParameter";
import { tellFailure } from "../ui/tellFailure";
import type { Command } from "./command";

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
    const { remedy, ...failure } = params["failure"];
    // Anybody may call this: what is run is what renews the profile, and never what they say.
    const own =
      remedy !== undefined && typeof profile === "string"
        ? await (await services.aws()).remedyFor(profile)
        : undefined;
    tellFailure(
      { ...failure, ...(own === undefined ? {} : { remedy: own }) },
      services,
      () => services.runCommand("refresh", { profile, region }),
      target,
    );
    return done();
  },
};

/** Whether it has the form of a failure. */
function isFailure(value: unknown): value is Failure {
  return (
    isObject(value) &&
    failureKinds.some((kind) => kind === value["kind"]) &&
    typeof value["message"] === "string" &&
    ["code", "requestId", "field", "action", "remedy", "endpoint"].every(
      (name) => value[name] === undefined || typeof value[name] === "string",
    )
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
