import { posixCommandLine } from "../core/formats/cli";
import { succeeded } from "../core/outcome";
import type { Command } from "./command";
import { copySubject } from "./copyAs/copySubject";
import { callQuestion, withSubject } from "./copyAs/withSubject";
import { copyLines } from "./copyLines";

/** Copies what a row, or the fields of Authorize Ingress, stand for, as a line for the shell. */
export const copyAsCli: Command = {
  id: "copyAsCli",
  several: "sameKind",
  run: (params, services) =>
    copyLines(
      params,
      services,
      () => withSubject(params, callQuestion("Copy as AWS CLI"), services),
      async (item) => {
        const subject = await copySubject(item, services);
        return subject.ok ? succeeded(posixCommandLine(subject.value.call)) : subject;
      },
    ),
};
