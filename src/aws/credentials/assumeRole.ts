import { AssumeRoleCommand, type AssumeRoleCommandInput, STSClient } from "@aws-sdk/client-sts";
import type { Failure } from "../../core/failures/failures";
import { type Profile, type ProfileSettings, textOf } from "../../profiles/profile";
import { credentialsError, FailureError } from "../failures/failureError";
import { homeRegion } from "../homeRegion";
import { containerCredentials } from "./container";
import type { CredentialContext } from "./credentialContext";
import type { CredentialRequest } from "./credentialStore";
import type { Credentials } from "./credentials";
import { environmentKeys } from "./environmentKeys";
import { innerCall } from "./innerCall";
import { instanceCredentials } from "./instance";
import { isWrongCode } from "./mfa";
import { remedyOf } from "./remedy";
import { roleSource } from "./roleSource";
import { settingWords } from "./settingWords";
import type { SharedTask } from "./sharedTask";
import { temporaryCredentials } from "./temporaryCredentials";

/**
 * The credentials of a profile with a `role_arn`. Where the role wants an MFA code, it is asked for until AWS
 * accepts one or the user gives up.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export async function assumeRole(
  profile: Profile,
  roleArn: string,
  request: CredentialRequest,
  wait: SharedTask<Credentials>,
  world: CredentialContext,
): Promise<Credentials> {
  const { name, settings } = profile;
  if (roleArn === "") {
    throw credentialsError(
      `Profile ${name} has an empty role_arn, so that there is no role to assume: ${settingWords(profile, "role_arn")}. Nothing else was tried in its place`,
    );
  }
  const input = roleInput(roleArn, settings, world.now());
  const source = await sourceCredentials(profile, request, wait, world);
  const device = textOf(settings, "mfa_serial");
  let refused: string | undefined;
  for (;;) {
    const code = device === undefined ? undefined : await askCode(name, device, refused, wait, world);
    const withCode = code === undefined ? input : { ...input, SerialNumber: device, TokenCode: code };
    const answer = await sendAssumeRole(withCode, source, profile, request, wait, world);
    if (answer !== "wrongCode") {
      return answer;
    }
    refused = "AWS did not accept that code. Each code works once, for about 30 seconds";
  }
}

async function sendAssumeRole(
  input: AssumeRoleCommandInput,
  source: Credentials,
  profile: Profile,
  { config }: CredentialRequest,
  wait: SharedTask<Credentials>,
  world: CredentialContext,
): Promise<Credentials | "wrongCode"> {
  const sourceName = textOf(profile.settings, "source_profile") ?? profile.name;
  const sourceProfile = config.profiles.get(sourceName) ?? profile;
  const call = {
    world,
    wait,
    config,
    profile,
    service: "sts",
    action: "AssumeRole",
    region: homeRegion(profile, config, world.host.environment),
    remedy: remedyOf(profile, config),
  } as const;
  let wrongCode = false;
  try {
    const output = await innerCall(
      call,
      (client, options) =>
        new STSClient({ ...client, credentials: source }).send(new AssumeRoleCommand(input), options),
      (error, failure) => {
        wrongCode = input.TokenCode !== undefined && isWrongCode(error);
        if (failure.kind === "invalidParameter") {
          return refusedSetting(failure, profile);
        }
        if (failure.kind !== "accessDenied" && failure.kind !== "credentials") {
          return undefined;
        }
        return new FailureError({
          ...failure,
          message:
            failure.kind === "credentials"
              ? failure.message.replaceAll(`profile ${profile.name}`, `profile ${sourceProfile.name}`)
              : `Profile ${profile.name} may not assume its role ${input.RoleArn} with the credentials of profile ${sourceProfile.name}. Its policy lacks sts:AssumeRole, or the role does not trust it.`,
        });
      },
    );
    return temporaryCredentials(output.Credentials, profile);
  } catch (error) {
    if (wrongCode) {
      return "wrongCode";
    }
    throw error;
  }
}

async function sourceCredentials(
  profile: Profile,
  { config }: CredentialRequest,
  wait: SharedTask<Credentials>,
  world: CredentialContext,
): Promise<Credentials> {
  const source = roleSource(profile, config);
  switch (source.from) {
    case "profile":
      return world.source({ profile: source.profile.name, config, use: "source" }, wait);
    case "environment":
      return environmentKeys(profile, world.host.environment);
    case "container":
      return containerCredentials(profile, world.host.environment);
    case "instance":
      return instanceCredentials(profile);
  }
}

async function askCode(
  profile: string,
  device: string,
  refused: string | undefined,
  wait: SharedTask<Credentials>,
  world: CredentialContext,
): Promise<string> {
  const code = await world.mfa.ask({ profile, device, ...(refused ? { refused } : {}) }, wait);
  if (code === undefined) {
    throw new FailureError({
      kind: "cancelled",
      message: `No MFA code was given for profile ${profile}. Refresh to be asked again`,
    });
  }
  if (!/^\d{6}$/.test(code)) {
    return askCode(profile, device, "A code has six digits", wait, world);
  }
  world.secrets.addCode(code);
  return code;
}

/** By what the parameters of AssumeRole are called in the AWS files. */
const settingsOf: Readonly<Record<string, string>> = {
  roleArn: "role_arn",
  roleSessionName: "role_session_name",
  durationSeconds: "duration_seconds",
  externalId: "external_id",
  serialNumber: "mfa_serial",
};

/** What STS does not accept stands in the files, and is to be mended there. */
function refusedSetting(failure: Failure, profile: Profile): FailureError {
  const name = Object.keys(settingsOf).find((each) => new RegExp(`\\b${each}\\b`, "i").test(failure.message));
  const setting = name === undefined ? "role_arn" : (settingsOf[name] ?? "role_arn");
  const { field: _, message, ...rest } = failure;
  return new FailureError({
    ...rest,
    kind: "credentials",
    message: `AWS did not accept ${settingWords(profile, setting)}, of the role of profile ${profile.name}. ${message}`,
  });
}

function roleInput(roleArn: string, settings: ProfileSettings, now: number): AssumeRoleCommandInput {
  const externalId = textOf(settings, "external_id");
  const duration = textOf(settings, "duration_seconds");
  return {
    RoleArn: roleArn,
    RoleSessionName: textOf(settings, "role_session_name") ?? `elasticache-access-${now}`,
    ...(externalId ? { ExternalId: externalId } : {}),
    // Botocore passes over what is no whole number.
    ...(duration && /^\s*[+-]?\d+\s*$/.test(duration) ? { DurationSeconds: Number(duration) } : {}),
  };
}
