import { posixQuote } from "../formats/cli";

/** What renews a sign-in: a command of the AWS CLI, and the profile that it is for. Data, never somebody's text. */
export interface Remedy {
  readonly command: "aws sso login" | "aws login";
  readonly profile: string;
}

/** The remedy as a line for the user's terminal; `undefined` where no shell of the system takes the name safely. */
export function remedyLine(
  { command, profile }: Remedy,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  // A terminal takes a control character for a key that was pressed, quoted or not.
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(profile)) {
    return undefined;
  }
  // With "=", so that a name which begins with "-" is not taken for an option.
  const option = profile.startsWith("-") ? ["--profile=", ""] : ["", "--profile "];
  const word = (platform === "win32" ? windowsQuote : posixQuote)(`${option[0]}${profile}`);
  return word === undefined ? undefined : `${command} ${option[1]}${word}`;
}

/**
 * One word for whichever shell a terminal of Windows has: PowerShell, cmd.exe or bash. They agree on what is in double
 * quotes, but for what each of them finds in there; typographic quotation marks end a text in PowerShell too.
 */
function windowsQuote(word: string): string | undefined {
  if (/^[A-Za-z0-9_+=:./-]+$/.test(word)) {
    return word;
  }
  return /["$`%!^\u201c-\u201e]|\\\\|\\$/.test(word) ? undefined : `"${word}"`;
}
