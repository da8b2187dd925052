import { credentialsError } from "../failures/failureError";
import type { Profile } from "../profile";
import { assumeRole } from "./assumeRole";
import { containerCredentials } from "./container";
import { credentialKind } from "./credentialKind";
import { areFresh, type Credentials } from "./credentials";
import type { CredentialWorld } from "./credentialWorld";
import { login } from "./login";
import { processCredentials } from "./process";
import type { SharedWait } from "./sharedWait";
import { sso } from "./sso";
import { staticKeys } from "./staticKeys";
import type { CredentialRequest, Resolve } from "./store";
import { webIdentity } from "./webIdentity";

/** Gets a profile's credentials from where its settings say, and from nowhere else. */
export function resolver(world: CredentialWorld): Resolve {
  return async (profile, request, wait) => {
    const credentials = await resolve(profile, request, wait, world);
    world.secrets.addCredentials(credentials);
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
  wait: SharedWait<Credentials>,
  world: CredentialWorld,
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
      );
  }
}
