import { asciiJson, type CliCall, type CliPlace, cliWords } from "./cli";

/**
 * The call as a line for PowerShell: 5.1, which comes with Windows, and 7 on every system.
 *
 * Up to 7.2, PowerShell passes a word's quotation marks on as they are, so that they have to be escaped by hand;
 * from 7.3 on it escapes them itself, unless the preference says `Legacy`, which earlier versions take for any
 * other variable. It is set inside a block, so that it ends with the line.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables
 */
export function powerShellLine(call: CliCall): string {
  return powerShellLineOf(cliWords(call, plainJson), call.environment);
}

/** Words as a line for PowerShell; JSON among them is to be `plainJson`. */
export function powerShellLineOf(words: readonly string[], environment?: CliPlace["environment"]): string {
  const line = words.map(powerShellWord).join(" ");
  const run = environment ? withEnvironment(line, environment) : line;
  return `& { $PSNativeCommandArgumentPassing = 'Legacy'; ${run} }`;
}

/** Variables that would lead the CLI away from the keys it is given. */
const inTheWay = ["AWS_PROFILE", "AWS_SESSION_TOKEN"];

/** PowerShell's environment is the whole session's: what was there before is put back. */
function withEnvironment(line: string, environment: Readonly<Record<string, string>>): string {
  const names = [...new Set([...inTheWay, ...Object.keys(environment)])].map((name) => `$env:${name}`);
  const values = [
    ...inTheWay.filter((name) => !Object.hasOwn(environment, name)).map(() => "$null"),
    ...Object.values(environment).map(singleQuoted),
  ];
  const all = names.join(", ");
  return `$before = ${all}; try { ${all} = ${values.join(", ")}; ${line} } finally { ${all} = $before }`;
}

/**
 * JSON in which letters and digits stand for themselves and every other character of a text is escaped:
 * neither PowerShell nor cmd.exe (where `aws` is a batch file) nor the program's own reading of its command line
 * finds anything to interpret. No backslash is left but before a `u`.
 */
export function plainJson(value: unknown): string {
  return asciiJson(value).replace(/\\u[0-9a-f]{4}|\\.|[^A-Za-z0-9{}[\]:,"._-]/g, (found) => {
    if (found.length === 6) {
      return found;
    }
    const character: unknown = found.length === 1 ? found : JSON.parse(`"${found}"`);
    return `\\u${String(character).charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** One word as it is to arrive at a program, in the way that the C runtime of Windows reads a command line. */
function powerShellWord(word: string): string {
  if (/^(?:--)?[A-Za-z][A-Za-z0-9-]*$/.test(word)) {
    return word;
  }
  const escaped = word.replace(/(?<!\\)(\\*)"/g, '$1$1\\"');
  // PowerShell would quote a word with a space too, but 5.1 forgets the backslashes before the closing mark. Where
  // `aws` is a batch file, cmd.exe reads the line once more: what it finds something in is in quotation marks as well.
  return singleQuoted(/[\s&|<>^()]/.test(word) ? `"${escaped.replace(/(?<!\\)\\+$/, "$&$&")}"` : escaped);
}

/** A text that PowerShell takes as it is. It counts typographic quotation marks as quotation marks. */
function singleQuoted(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}
