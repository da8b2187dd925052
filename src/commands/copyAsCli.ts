import { posixCommandLine } from "../core/cli";
import { done, failedResult } from "../core/commandResult";
import type { Command } from "./command";
import { copySubject } from "./copyAs/copySubject";
import { tellFailure } from "./tellFailure";

/** Copies what a row, or the fields of Authorize Ingress, stand for, as a line for the shell. */
export const copyAsCli: Command = {
  id: "copyAsCli",
  async run(params, services) {
    const subject = await copySubject(params, services);
    if (!subject.ok) {
      tellFailure(subject.failure, services);
      return failedResult(subject.failure);
    }
    const text = posixCommandLine(subject.value.call);
    await services.ui.copy(text);
    return done(text);
  },
};
