import { credentialKind } from "../../profiles/credentialKind";
import type { Profile } from "../../profiles/profile";
import { credentialsError, FailureError } from "../failures/failureError";
import { assumeRole } from "./assumeRole";
import { containerCredentials } from "./container";
import type { CredentialContext } from "./credentialContext";
import type { CredentialRequest, Resolve } from "./credentialStore";
import { areFresh, type Credentials } from "./credentials";
import { login } from "./login";
import { processCredentials } from "./process";
import { unfitPart } from "./sendableKeys";
import type { SharedTask } from "./sharedTask";
import { sso } from "./sso";
import { staticKeys } from "./staticKeys";
import { webIdentity } from "./webIdentity";

/** Gets a profile's credentials from where its settings say, and from nowhere else. */
export function resolver(world: CredentialContext): Resolve {
  return async (profile, request, wait) => {
    const credentials = await resolve(profile, request, wait, world);
    world.secrets.addCredentials(credentials);
    if (unfitPart(credentials)) {
      throw new FailureError({
        kind: "protocol",
        message: `Profile ${profile.name} was given credentials that cannot be sent: there are characters in them that no key has`,
      });
    }
    if (!areFresh(credentials, world.now() - 60_000)) {
      throw credentialsError(
        `The credentials of profile ${profile.name} had expired when they were given out`,
      );
    }
    return credentials;
  };
}

function resolve(
  profile: Profile,
  request: CredentialRequest,
  wait: SharedTask<Credentials>,
  world: CredentialContext,
): Credentials | Promise<Credentials> {
  const kind = credentialKind(profile, request.use);
  switch (kind.kind) {
    case "static":
      return staticKeys(profile, kind.keys);
    case "assumeRole":
      return assumeRole(profile, kind.roleArn, request, wait, world);
    case "webIdentity":
      return webIdentity(profile, kind.tokenFile, request, wait, world);
    case "sso":
      return sso(profile, request, wait, world);
    case "login":
      return login(profile, kind.session, request, wait, world);
    case "process":
      return processCredentials(profile, kind.commandLine, wait, world);
    case "container":
      return containerCredentials(profile, world.host.environment);
    case "none":
      throw credentialsError(
        `Profile ${profile.name} has no credentials: neither keys nor a role, a sign-in or a process to get them from`,
        { label: "No credentials" },
      );
  }
}
