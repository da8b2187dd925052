import { GetRoleCredentialsCommand, SSOClient } from "@aws-sdk/client-sso";
import type { Profile } from "../../profiles/profile";
import { credentialsError, FailureError } from "../failures/failureError";
import type { CredentialContext } from "./credentialContext";
import type { CredentialRequest } from "./credentialStore";
import type { Credentials } from "./credentials";
import { innerCall } from "./innerCall";
import { remedyOf } from "./remedy";
import type { SharedTask } from "./sharedTask";
import { type NotRenewable, RenewalRefused, renewSsoToken, whyNotRenewable } from "./ssoRefresh";
import { type SsoSettings, ssoSettings } from "./ssoSettings";
import { readSsoToken, type SsoToken, ssoTokenFile } from "./ssoToken";

/**
 * The credentials of a profile that signs in with IAM Identity Center (SSO): with what `aws sso login` saved,
 * renewed where it can be.
 * https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
 */
export async function sso(
  profile: Profile,
  { config }: CredentialRequest,
  wait: SharedTask<Credentials>,
  world: CredentialContext,
): Promise<Credentials> {
  const settings = ssoSettings(profile, config);
  const { accountId, roleName, region } = settings;
  const remedy = remedyOf(profile, config);
  const call = { world, wait, config, profile, region, remedy };
  const token = await signedIn(profile, settings, call);
  world.secrets.add(token.accessToken);
  const command = new GetRoleCredentialsCommand({ accountId, roleName, accessToken: token.accessToken });
  const { roleCredentials } = await innerCall(
    { ...call, service: "sso", action: "GetRoleCredentials" },
    (client, options) => new SSOClient(client).send(command, options),
    (_error, failure) => {
      switch (failure.kind) {
        case "credentials":
          return ended(profile, remedy, "IAM Identity Center does not accept it any more");
        case "accessDenied":
          return new FailureError({
            ...failure,
            message: `IAM Identity Center does not give profile ${profile.name} the role ${roleName} in account ${accountId}. It may have been taken away, or its name may be wrong.`,
          });
        default:
          return undefined;
      }
    },
  );
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = roleCredentials ?? {};
  if (!isText(accessKeyId) || !isText(secretAccessKey) || !isText(sessionToken)) {
    throw new FailureError({
      kind: "protocol",
      message: `IAM Identity Center answered without the credentials that profile ${profile.name} asked for`,
    });
  }
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken,
    ...(typeof expiration === "number" && expiration > 0 ? { expiration: new Date(expiration) } : {}),
  };
}

/** The types are what AWS promises; an answer may hold something else. */
function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

async function signedIn(
  profile: Profile,
  settings: SsoSettings,
  call: Parameters<typeof renewSsoToken>[2] & { readonly remedy: string | undefined },
): Promise<SsoToken> {
  const { world, remedy } = call;
  const path = ssoTokenFile(world.host.home, settings);
  const token = await readSsoToken(path);
  if (token === "missing") {
    throw credentialsError(
      `Nobody has signed in to IAM Identity Center for profile ${profile.name} yet. Run ${wordsOf(remedy)}, then refresh`,
      { label: "Not signed in", ...offered(remedy) },
    );
  }
  if (token === "broken") {
    throw credentialsError(
      `The saved sign-in to IAM Identity Center of profile ${profile.name} cannot be read. Run ${wordsOf(remedy)} to replace it, then refresh`,
      { label: "Saved sign-in unreadable", ...offered(remedy) },
    );
  }
  if (isFresh(token, world.now())) {
    return token;
  }
  const obstacle = whyNotRenewable(token, settings, world.now());
  if (obstacle) {
    throw ended(profile, remedy, obstacles[obstacle]);
  }
  for (const secret of [token.clientSecret, token.refreshToken]) {
    world.secrets.add(secret);
  }
  try {
    return await renewSsoToken(path, token, call);
  } catch (error) {
    if (!(error instanceof RenewalRefused)) {
      throw error;
    }
    // A refresh token works once: another window, or another tool, may have spent it and saved what it got.
    const saved = await readSsoToken(path);
    if (typeof saved !== "string" && isFresh(saved, world.now())) {
      return saved;
    }
    throw ended(profile, remedy, "IAM Identity Center did not renew it");
  }
}

function isFresh(token: SsoToken, now: number): boolean {
  return token.expiresAt.getTime() - 60_000 > now;
}

const obstacles: Readonly<Record<NotRenewable, string>> = {
  "older form": "A sign-in without an sso-session cannot be renewed by itself",
  "no client id": "It was saved without the client id that would renew it",
  "registration expired": "The registration that would renew it has expired too",
};

function ended(profile: Profile, remedy: string | undefined, why: string): FailureError {
  return credentialsError(
    `The sign-in to IAM Identity Center of profile ${profile.name} has ended. ${why}. Run ${wordsOf(remedy)}, then refresh`,
    { label: "Sign-in expired", ...offered(remedy) },
  );
}

// A name that no shell takes safely is left to whoever knows their shell.
function wordsOf(remedy: string | undefined): string {
  return remedy ?? "aws sso login for it";
}

function offered(remedy: string | undefined): { readonly remedy?: string } {
  return remedy === undefined ? {} : { remedy };
}
