import { CreateTokenCommand, SSOOIDCClient } from "@aws-sdk/client-sso-oidc";
import { type InnerCall, innerCall } from "./innerCall";
import type { SsoSettings } from "./ssoSettings";
import { readSsoToken, type SsoToken, saveSsoToken } from "./ssoToken";

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

// A refresh token works once: profiles that share a session must not renew it side by side.
const renewing = new Map<string, Promise<SsoToken>>();

/**
 * Renews a sign-in and saves it. Rejects where IAM Identity Center refuses.
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
  const command = new CreateTokenCommand({
    grantType: "refresh_token",
    clientId,
    clientSecret,
    refreshToken,
  });
  const answer = await innerCall({ ...call, service: "sso_oidc", action: "CreateToken" }, (client, options) =>
    new SSOOIDCClient(client).send(command, options),
  );
  const expiresAt = new Date(call.world.now() + (answer.expiresIn ?? 0) * 1000);
  await saveSsoToken(path, {
    ...token.all,
    accessToken: answer.accessToken ?? "",
    expiresAt: expiresAt.toISOString().replace(/\.\d+Z$/, "Z"),
    ...(answer.refreshToken ? { refreshToken: answer.refreshToken } : {}),
  });
  const renewed = await readSsoToken(path);
  return typeof renewed === "string"
    ? { ...token, accessToken: answer.accessToken ?? "", expiresAt }
    : renewed;
}
