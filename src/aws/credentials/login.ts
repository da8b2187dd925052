import { fromLoginCredentials } from "@aws-sdk/credential-providers";
import { externalDataInterceptor } from "@smithy/core/config";
import type { Profile } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import { homeRegion } from "../homeRegion";
import { attemptsOf } from "../http/attempts";
import { BoundHandler } from "../http/boundHandler";
import { ProtocolError } from "../http/protocolError";
import type { CredentialContext } from "./credentialContext";
import type { CredentialRequest } from "./credentialStore";
import type { Credentials } from "./credentials";
import { innerCall } from "./innerCall";
import { loginSecrets } from "./loginSecrets";
import { remedyOf } from "./remedy";
import { settingWords } from "./settingWords";
import type { SharedTask } from "./sharedTask";

/**
 * The credentials that `aws login` left behind, renewed by the SDK (which proves that it holds the key that they
 * are bound to). The SDK finds the session's name in a file only, so it is given one that exists in memory: by an
 * internal function, for want of a public one, whose package is pinned.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html
 */
export async function login(
  profile: Profile,
  session: string,
  { config }: CredentialRequest,
  wait: SharedTask<Credentials>,
  world: CredentialContext,
): Promise<Credentials> {
  if (session === "") {
    throw credentialsError(
      `Profile ${profile.name} has an empty login_session: ${settingWords(profile, "login_session")}`,
    );
  }
  for (const secret of await loginSecrets(session, world.host)) {
    world.secrets.add(secret);
  }
  const remedy = remedyOf(profile, config);
  const file = `elasticache-access:${encodeURIComponent(session)}`;
  externalDataInterceptor.interceptFile(
    file,
    `[profile it]\nlogin_session = ${session.replace(/[\r\n]/g, "")}\n`,
  );
  externalDataInterceptor.interceptFile(`${file}:none`, "");
  const region = homeRegion(profile, config, world.host.environment);
  const call = {
    world,
    wait,
    config,
    profile,
    service: "signin",
    action: "CreateOAuth2Token",
    region,
  } as const;
  return innerCall(
    { ...call, remedy },
    (client, { abortSignal }) => {
      const requestHandler = new BoundHandler(client.requestHandler, abortSignal);
      const provider = fromLoginCredentials({
        profile: "it",
        configFilepath: file,
        filepath: `${file}:none`,
        clientConfig: { ...client, requestHandler },
      });
      return wait.race(provider()).catch((error: unknown) => {
        // The SDK makes one error of whatever went wrong. Where nobody answered, what that came to says more.
        const last = attemptsOf(abortSignal).failed;
        if (last?.answered === false) {
          throw last.error;
        }
        throw last && last.status >= 500 ? new ProtocolError("serverFailed", last.status) : error;
      });
    },
    (error, failure) => {
      if (failure.kind === "network" || failure.kind === "protocol") {
        return undefined;
      }
      const said = error instanceof Error ? error.message : "";
      const run = remedy ?? "aws login for it";
      const { label, words } = whatHappened(said, profile.name);
      return credentialsError(`${words} Run ${run}, then refresh`, {
        label,
        ...(remedy === undefined ? {} : { remedy }),
      });
    },
  );
}

// The SDK has no codes for these. Its texts quote paths, so none of them is shown.
function whatHappened(said: string, profile: string): { readonly label: string; readonly words: string } {
  if (/ENOENT/.test(said)) {
    return {
      label: "Not signed in",
      words: `Nobody has signed in with aws login for profile ${profile} yet.`,
    };
  }
  if (/change in your password/i.test(said)) {
    return {
      label: "Sign-in ended: password changed",
      words: `The sign-in of profile ${profile} has ended because the password was changed.`,
    };
  }
  if (/insufficient permissions/i.test(said)) {
    return {
      label: "Sign-in not renewable",
      words: `Profile ${profile} may not renew its sign-in: it lacks signin:CreateOAuth2Token.`,
    };
  }
  if (/missing fields|JSON|Dpop/i.test(said)) {
    return {
      label: "Saved sign-in unreadable",
      words: `The saved sign-in of profile ${profile} cannot be read.`,
    };
  }
  return { label: "Sign-in expired", words: `The sign-in of profile ${profile} has ended.` };
}
