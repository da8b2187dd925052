import type { Profile } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import type { CredentialContext } from "./credentialContext";
import type { Credentials } from "./credentials";
import { type ProcessResult, runProcess } from "./runProcess";
import { sendableKeys } from "./sendableKeys";
import { settingWords } from "./settingWords";
import type { SharedTask } from "./sharedTask";

/**
 * What a profile's `credential_process` prints. Neither its command line, which may hold a password, nor what it
 * writes is ever shown.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export async function processCredentials(
  profile: Profile,
  commandLine: string,
  wait: SharedTask<Credentials>,
  world: CredentialContext,
): Promise<Credentials> {
  const the = `The credential_process of profile ${profile.name}`;
  if (commandLine === "") {
    throw credentialsError(
      `Profile ${profile.name} has an empty credential_process: ${settingWords(profile, "credential_process")}`,
    );
  }
  const seconds = world.host.processTimeout();
  const ended = AbortSignal.timeout(Math.min(seconds * 1000, longestTimer));
  // It may wait for a person, as the question for an MFA code does: a request's time stands still meanwhile.
  wait.pause();
  const signal = AbortSignal.any([wait.signal, ended]);
  const result = await runProcess(commandLine, world.host, signal).finally(() => wait.resume());
  if (ended.aborted && result.outcome === "stopped") {
    throw credentialsError(
      `${the} did not end within ${seconds} ${seconds === 1 ? "second" : "seconds"} and was stopped. The setting elasticacheAccess.processTimeout gives it more`,
    );
  }
  if (result.outcome !== "ended") {
    throw credentialsError(`${the} ${failures[result.outcome]}`);
  }
  if (result.exitCode !== 0) {
    throw credentialsError(
      `${the} failed with exit code ${result.exitCode ?? "none"}. Run it in a terminal to see why`,
    );
  }
  return printedCredentials(result.output, the, world.now());
}

/** What a timer of Node can hold. */
const longestTimer = 2 ** 31 - 1;

const failures: Readonly<Record<Exclude<ProcessResult["outcome"], "ended">, string>> = {
  notStarted: "could not be started. Its program may be missing, or may lack the permission to run",
  unreadable: "is not a command line: a quote is left open",
  stopped: "was stopped, since nobody waits for it any more",
  tooMuch: "printed more than credentials can be, and was stopped",
};

function printedCredentials(output: string, the: string, now: number): Credentials {
  const printed = parsed(output);
  if (!printed) {
    throw credentialsError(`${the} printed something else than JSON`);
  }
  const { Version, AccessKeyId, SecretAccessKey, SessionToken, Expiration } = printed;
  if (Version !== 1) {
    throw credentialsError(`${the} printed credentials of another version than 1`);
  }
  if (
    typeof AccessKeyId !== "string" ||
    typeof SecretAccessKey !== "string" ||
    !AccessKeyId ||
    !SecretAccessKey
  ) {
    throw credentialsError(`${the} printed no AccessKeyId and SecretAccessKey`);
  }
  const expiration = typeof Expiration === "string" ? new Date(Expiration) : undefined;
  if (expiration && !(expiration.getTime() > now)) {
    throw credentialsError(`${the} printed credentials that have expired`);
  }
  const keys = {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(typeof SessionToken === "string" && SessionToken ? { sessionToken: SessionToken } : {}),
    ...(expiration ? { expiration } : {}),
  };
  return sendableKeys(keys, printedNames, `what ${the.replace(/^The/, "the")} printed`);
}

const printedNames = {
  accessKeyId: "AccessKeyId",
  secretAccessKey: "SecretAccessKey",
  sessionToken: "SessionToken",
};

interface Printed {
  readonly Version?: unknown;
  readonly AccessKeyId?: unknown;
  readonly SecretAccessKey?: unknown;
  readonly SessionToken?: unknown;
  readonly Expiration?: unknown;
}

function parsed(output: string): Printed | undefined {
  try {
    const value: unknown = JSON.parse(output);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
