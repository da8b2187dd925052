import { shellWords } from "../formats/shellWords";
import { isObject } from "../isObject";
import { ownerMissing, type ReadSource, readSource, wrong } from "./readSource";

const authorize = "authorize-cache-security-group-ingress";

/** Whether a line is a call of the AWS CLI. */
export function isCliLine(line: string): boolean {
  return /(?:^|[\s/\\&])aws(?:\.exe)?\s/.test(line) && /\selasticache\s/.test(line);
}

/**
 * Reads the source from a command line, as Copy as AWS CLI gives it, or as the CLI's reference has it. Only what
 * authorizes names a source: a line that revokes was not copied to let somebody in.
 */
export function sourceOfCli(line: string): ReadSource {
  const words = shellWords(line);
  if (!words) {
    return wrong("A quote is not closed");
  }
  const operation = words[words.indexOf("elasticache") + 1];
  if (operation !== authorize) {
    return wrong(`Only lines with ${authorize} name a source`);
  }
  const input = inputOf(words, line);
  if (option(words, "cli-input-json") !== undefined && !input) {
    return wrong("The JSON of --cli-input-json cannot be read");
  }
  const name = option(words, "ec2-security-group-name") ?? input?.["EC2SecurityGroupName"];
  const owner = option(words, "ec2-security-group-owner-id") ?? input?.["EC2SecurityGroupOwnerId"];
  if (typeof name !== "string") {
    return wrong("The name of the EC2 security group is missing");
  }
  if (isFile(option(words, "ec2-security-group-name"))) {
    return wrong("The name is read from a file, which is not done here");
  }
  return typeof owner === "string" ? readSource(name, owner) : wrong(ownerMissing);
}

function option(words: readonly string[], name: string): string | undefined {
  const at = words.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  const word = words[at];
  return word === `--${name}` ? words[at + 1] : word?.slice(name.length + 3);
}

function isFile(value: string | undefined): boolean {
  return value !== undefined && /^fileb?:\/\//.test(value);
}

/** The input, by the quoting of PowerShell 7, of a POSIX shell, and of Windows PowerShell 5. */
function inputOf(words: readonly string[], line: string): Readonly<Record<string, unknown>> | undefined {
  // PowerShell doubles a quote inside quotes. A POSIX shell would drop both without a word, so it comes second.
  const powerShell = /--cli-input-json[ =]'((?:[^']|'')*)'(?=\s|$)/.exec(line)?.[1]?.replaceAll("''", "'");
  return (
    objectOf(powerShell) ??
    objectOf(option(words, "cli-input-json")) ??
    // Version 5 wants double quotes escaped as the programs it starts will read them. Only where nothing else
    // is JSON: a name could look like it.
    objectOf(
      powerShell?.replace(
        /(?<!\\)(\\+)"/g,
        (_, slashes: string) => `${"\\".repeat((slashes.length - 1) / 2)}"`,
      ),
    )
  );
}

function objectOf(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
