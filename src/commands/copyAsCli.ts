import { posixCommandLine } from "../core/formats/cli";
import { succeeded } from "../core/outcome";
import { copySubject } from "./copyAs/copySubject";
import { asksSubject, callQuestion } from "./copyAs/withSubject";
import { copyCommand } from "./copyCommand";

/** Copies what a row, or the fields of Authorize Ingress, stand for, as a line for the shell. */
export const copyAsCli = copyCommand({
  id: "copyAsCli",
  ask: asksSubject(callQuestion("Copy as AWS CLI")),
  lineOf: async (item, services) => {
    const subject = await copySubject(item, services);
    return subject.ok ? succeeded(posixCommandLine(subject.value.call)) : subject;
  },
});
