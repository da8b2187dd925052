import type { ServiceName } from "../requests/request";
import type { Target } from "../target";

/** Whom `aws` is to ask, and as whom. */
export interface CliPlace {
  readonly target: Target;
  /** Where the target's requests go, when that is not AWS's own endpoint. */
  readonly endpoint?: string;
  /** Environment variables to set for this one call. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What `aws` is to be called with. */
export interface CliCall extends CliPlace {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * The call as a line for a POSIX shell. The input goes as JSON: plain options are not safe, since the CLI reads
 * a file for a value like `file:///etc/hosts` and takes `--debug` for a flag, and both can be group names.
 */
export function posixCommandLine(call: CliCall): string {
  return posixLine(cliWords(call), call.environment);
}

/** Words as a line for a POSIX shell. */
export function posixLine(words: readonly string[], environment?: CliPlace["environment"]): string {
  return (environment ? [...withEnvironment(environment), ...words] : words).map(posixQuote).join(" ");
}

// What a shell may have set already, and the CLI would mix with the keys that are given.
const inTheWayOfKeys = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN"] as const;

function withEnvironment(environment: Readonly<Record<string, string>>): readonly string[] {
  const unset = inTheWayOfKeys.flatMap((name) => ["-u", name]);
  return ["env", ...unset, ...Object.entries(environment).map(([name, value]) => `${name}=${value}`)];
}

/** The call's words, before any shell's quoting; the input as JSON in `write`'s spelling. */
export function cliWords(call: CliCall, write = asciiJson): readonly string[] {
  return ["aws", call.service, call.operation, "--cli-input-json", write(call.input), ...placeWords(call)];
}

export function placeWords({ target, endpoint, environment }: CliPlace): readonly string[] {
  return [
    // With "=", so that a value which begins with "-" is not taken for an option.
    option("region", target.region),
    ...(environment ? [] : [option("profile", target.profile)]),
    ...(endpoint === undefined ? [] : [option("endpoint-url", withoutUser(endpoint))]),
  ].flat();
}

/** A user and a password in an endpoint's URL are sent to nobody, and are nobody's business. */
function withoutUser(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || url.username + url.password === "") {
    return endpoint;
  }
  url.username = "";
  url.password = "";
  return url.href;
}

function option(name: string, value: string): readonly string[] {
  return value.startsWith("-") ? [`--${name}=${value}`] : [`--${name}`, value];
}

/** JSON without a character that a terminal, a clipboard or a locale could change on the way. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** One word of a POSIX shell: single quotes, unless it is plain. */
export function posixQuote(word: string): string {
  return /^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+:,./=-]*$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
