import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { type Profile, textOf } from "../../profiles/profile";
import { readTextFile } from "../../profiles/sharedConfig/readTextFile";
import { credentialsError } from "../failures/failureError";
import { homeRegion } from "../homeRegion";
import type { CredentialContext } from "./credentialContext";
import type { CredentialRequest } from "./credentialStore";
import type { Credentials } from "./credentials";
import { innerCall } from "./innerCall";
import { settingWords } from "./settingWords";
import type { SharedTask } from "./sharedTask";
import { temporaryCredentials } from "./temporaryCredentials";

/**
 * The credentials of a profile with a `web_identity_token_file`, whose token another program keeps fresh.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export async function webIdentity(
  profile: Profile,
  tokenFile: string,
  { config }: CredentialRequest,
  wait: SharedTask<Credentials>,
  world: CredentialContext,
): Promise<Credentials> {
  const roleArn = textOf(profile.settings, "role_arn");
  if (!roleArn) {
    throw credentialsError(
      `Profile ${profile.name} has a web_identity_token_file, but no role_arn: ${settingWords(profile, "web_identity_token_file")}`,
    );
  }
  const file = await readTextFile(tokenFile);
  if (file.state !== "read" || file.text.trim() === "") {
    throw credentialsError(
      `The web identity token file of profile ${profile.name} is missing, empty or unreadable: ${settingWords(profile, "web_identity_token_file")}`,
    );
  }
  const token = file.text.trim();
  world.secrets.add(token);
  const call = {
    world,
    wait,
    config,
    profile,
    service: "sts",
    action: "AssumeRoleWithWebIdentity",
    region: homeRegion(profile, config, world.host.environment),
  } as const;
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: roleArn,
    RoleSessionName: textOf(profile.settings, "role_session_name") ?? `elasticache-access-${world.now()}`,
    WebIdentityToken: token,
  });
  const output = await innerCall(call, (client, options) =>
    new STSClient({ ...client, credentials: notNeeded }).send(command, options),
  );
  return temporaryCredentials(output.Credentials, profile);
}

/** The request is not signed. Were a key ever looked for, the SDK's own chain must not be the one to look. */
async function notNeeded(): Promise<never> {
  throw new Error("AssumeRoleWithWebIdentity is not signed");
}
