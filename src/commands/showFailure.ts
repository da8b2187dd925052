import { done, failedResult } from "../core/commandResult";
import { invalidParameter } from "../core/failures/invalidParameter";
import { targetNamed } from "../core/target";
import { type MendedIn, tellFailure } from "../ui/tellFailure";
import type { Command, Params } from "./command";
import { isFailure } from "./isFailure";

/** Says all about the failure that a row stands for, with what mends it. */
export const showFailure: Command = {
  id: "showFailure",
  async run(params, services) {
    if (!isFailure(params["failure"])) {
      return failedResult(invalidParameter("failure", "There is no failure to show"));
    }
    const { profile, region } = params;
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
      targetNamed(params),
      fileOf(params),
    );
    return done();
  },
};

/** The file that the row says it is mended in. */
function fileOf({ awsFile, path, line }: Params): MendedIn | undefined {
  if (awsFile !== "configFile" && awsFile !== "credentialsFile") {
    return undefined;
  }
  return {
    awsFile,
    ...(typeof path === "string" ? { path } : {}),
    ...(typeof line === "number" ? { line } : {}),
  };
}
