import type { CliVersion, InstalledCli } from "./installedCli";

/** Whether a failure's remedy can be run here, and if not, why. */
export type RemedyAtHand = { readonly runs: true } | { readonly runs: false; readonly why: string };

// Version 1 has neither. https://docs.aws.amazon.com/signin/latest/userguide/command-line-sign-in.html
const since: readonly { readonly command: string; readonly version: CliVersion; readonly name: string }[] = [
  { command: "aws sso login", version: [2, 0, 0], name: "version 2" },
  { command: "aws login", version: [2, 32, 0], name: "version 2.32" },
];

/**
 * Whether the AWS CLI of this machine has the command of a remedy. Where that cannot be found out it is taken
 * to: the terminal then says what is amiss.
 */
export function remedyAtHand(remedy: string, cli: InstalledCli): RemedyAtHand {
  const needed = since.find(({ command }) => remedy.startsWith(`${command} `));
  if (!needed || cli.found === "unknown") {
    return { runs: true };
  }
  if (cli.found === "none") {
    return {
      runs: false,
      why: `No AWS CLI was found here: ${needed.command} comes with ${needed.name} of it, or a newer one.`,
    };
  }
  return isAtLeast(cli.version, needed.version)
    ? { runs: true }
    : {
        runs: false,
        why: `The AWS CLI here is ${cli.version.join(".")}: ${needed.command} comes with ${needed.name}, or a newer one.`,
      };
}

function isAtLeast(version: CliVersion, needed: CliVersion): boolean {
  for (const [index, part] of needed.entries()) {
    const own = version[index] ?? 0;
    if (own !== part) {
      return own > part;
    }
  }
  return true;
}
