import { CreateTokenCommand, type CreateTokenCommandOutput, SSOOIDCClient } from "@aws-sdk/client-sso-oidc";
import { inSeconds } from "../../core/inSeconds";
import { FailureError } from "../failures/failureError";
import { serviceErrorOf } from "../failures/serviceError";
import { type InnerCall, innerCall } from "./innerCall";
import type { SsoSettings } from "./ssoSettings";
import { type SsoToken, saveSsoToken } from "./ssoToken";

/** Why a sign-in that has ended cannot be renewed without the user. */
export type NotRenewable = "older form" | "no client id" | "registration expired";

export function whyNotRenewable(
  token: SsoToken,
  { session }: SsoSettings,
  now: number,
): NotRenewable | undefined {
  if (session === undefined) {
    return "older form";
  }
  if (!token.refreshToken || !token.clientId || !token.clientSecret) {
    return "no client id";
  }
  const { registrationExpiresAt } = token;
  return registrationExpiresAt && registrationExpiresAt.getTime() <= now ? "registration expired" : undefined;
}

/** A sign-in lasts hours, or days; nobody's lasts a year. */
const mostSeconds = 366 * 86_400;

// A refresh token works once: profiles that share a session must not renew it side by side.
const renewing = new Map<string, Promise<SsoToken>>();

/** IAM Identity Center's own no to a renewal; not that it could not be asked, or failed itself. */
export class RenewalRefused extends Error {}

/**
 * Renews a sign-in and saves it, where IAM Identity Center gives one: what else comes leaves the file as it is.
 * Rejects with RenewalRefused where it says no.
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html
 */
export function renewSsoToken(path: string, token: SsoToken, call: Omit<InnerCall, "service" | "action">) {
  let renewal = renewing.get(path);
  if (!renewal) {
    renewal = renew(path, token, call).finally(() => renewing.delete(path));
    renewing.set(path, renewal);
  }
  return renewal;
}

async function renew(
  path: string,
  token: SsoToken,
  call: Omit<InnerCall, "service" | "action">,
): Promise<SsoToken> {
  const { clientId, clientSecret, refreshToken } = token;
  const input = { grantType: "refresh_token", clientId, clientSecret, refreshToken };
  const answer = await innerCall(
    { ...call, service: "sso_oidc", action: "CreateToken" },
    (client, options) => new SSOOIDCClient(client).send(new CreateTokenCommand(input), options),
    (error, { kind }) => {
      const status = serviceErrorOf(error)?.status ?? 0;
      return status >= 400 && status < 500 && kind !== "throttled" ? new RenewalRefused() : undefined;
    },
  );
  const renewed = renewedToken(token, answer, call);
  for (const secret of [renewed.accessToken, renewed.refreshToken]) {
    call.world.secrets.add(secret);
  }
  try {
    await saveSsoToken(path, renewed.all);
  } catch {
    // It is good all the same, for as long as it lasts. The one on disk is spent.
    call.world.host.log(`The renewed sign-in of profile ${call.profile.name} could not be saved`);
  }
  return renewed;
}

/** The types are what AWS promises. What is saved is read by every tool on this machine, and so is looked at first. */
function renewedToken(
  token: SsoToken,
  { accessToken, expiresIn, refreshToken }: CreateTokenCommandOutput,
  { world, profile }: Pick<InnerCall, "world" | "profile">,
): SsoToken {
  const seconds =
    typeof expiresIn === "number" && expiresIn > 0 && expiresIn <= mostSeconds ? expiresIn : undefined;
  if (typeof accessToken !== "string" || !/^[\x21-\x7e]+$/.test(accessToken) || seconds === undefined) {
    throw new FailureError({
      kind: "protocol",
      message: `IAM Identity Center answered without the sign-in that profile ${profile.name} asked for. What is saved was left as it is`,
    });
  }
  const expiresAt = new Date(world.now() + seconds * 1000);
  const spent = typeof refreshToken === "string" && refreshToken !== "" ? { refreshToken } : {};
  return {
    ...token,
    accessToken,
    expiresAt,
    ...spent,
    all: {
      ...token.all,
      accessToken,
      expiresAt: inSeconds(expiresAt.toISOString()),
      ...spent,
    },
  };
}
