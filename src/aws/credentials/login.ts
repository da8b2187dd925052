import { fromLoginCredentials } from "@aws-sdk/credential-providers";
import { externalDataInterceptor } from "@smithy/core/config";
import type { Profile } from "../../profiles/profile";
import { clientConfig } from "../call/makeClients";
import { endpointOf } from "../endpoints/endpointOf";
import { credentialsError } from "../failures/failureError";
import { homeRegion } from "../homeRegion";
import type { CredentialContext } from "./credentialContext";
import type { CredentialRequest } from "./credentialStore";
import type { Credentials } from "./credentials";
import { remedyOf } from "./remedy";
import type { SharedTask } from "./sharedTask";

/**
 * The credentials that `aws login` left behind, renewed by the SDK (which proves that it holds the key that they
 * are bound to). The SDK finds the session's name in a file only, so it is given one that exists in memory.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html
 */
export async function login(
  profile: Profile,
  session: string,
  { config }: CredentialRequest,
  wait: SharedTask<Credentials>,
  world: CredentialContext,
): Promise<Credentials> {
  const remedy = remedyOf(profile, config) ?? "aws login";
  const file = `elasticache-access:${encodeURIComponent(session)}`;
  externalDataInterceptor.interceptFile(
    file,
    `[profile it]\nlogin_session = ${session.replace(/[\r\n]/g, "")}\n`,
  );
  externalDataInterceptor.interceptFile(`${file}:none`, "");
  const region = homeRegion(profile, world.host.environment);
  const endpoint = endpointOf("signin", profile, config, world.host.environment);
  const { json } = await world.handlers.of(profile);
  const provider = fromLoginCredentials({
    profile: "it",
    configFilepath: file,
    filepath: `${file}:none`,
    clientConfig: clientConfig({ region, endpoint, handler: json }),
  });
  try {
    return await wait.race(provider());
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    throw credentialsError(`${whatHappened(said, profile.name)} Run ${remedy}, then refresh`, { remedy });
  }
}

// The SDK has no codes for these. Its texts quote paths, so none of them is shown.
function whatHappened(said: string, profile: string): string {
  if (/ENOENT/.test(said)) {
    return `Nobody has signed in with aws login for profile ${profile} yet.`;
  }
  if (/change in your password/i.test(said)) {
    return `The sign-in of profile ${profile} has ended because the password was changed.`;
  }
  if (/insufficient permissions/i.test(said)) {
    return `Profile ${profile} may not renew its sign-in: it lacks signin:CreateOAuth2Token.`;
  }
  if (/missing fields|JSON|Dpop/i.test(said)) {
    return `The saved sign-in of profile ${profile} cannot be read.`;
  }
  return `The sign-in of profile ${profile} has ended.`;
}
