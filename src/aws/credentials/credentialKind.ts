import { type Profile, type ProfileSettings, textOf } from "../../profiles/profile";
import { hasStaticKeys } from "./staticKeys";

/** Where a profile's credentials come from, with the settings that say so. */
export type CredentialKind =
  | { readonly kind: "assumeRole"; readonly roleArn: string }
  | { readonly kind: "webIdentity"; readonly tokenFile: string }
  | { readonly kind: "sso"; readonly session?: string }
  | { readonly kind: "login"; readonly session: string }
  | { readonly kind: "process"; readonly commandLine: string }
  | { readonly kind: "static"; readonly keys: ProfileSettings }
  | { readonly kind: "container" }
  | { readonly kind: "none" };

/**
 * What botocore would take for the profile, in its order of precedence (`credentials.create_credential_resolver`,
 * for a profile that was named explicitly). As the source of another profile's role, a profile's own keys come
 * before its own role: so a profile can be its own source.
 */
export function credentialKind(profile: Profile, use: "own" | "source" = "own"): CredentialKind {
  const { settings } = profile;
  if (profile.origin === "container") {
    return { kind: "container" };
  }
  const tokenFile = textOf(settings, "web_identity_token_file");
  const roleArn = textOf(settings, "role_arn");
  if (roleArn && !tokenFile && (use === "own" || !hasStaticKeys(settings))) {
    return { kind: "assumeRole", roleArn };
  }
  if (tokenFile) {
    return { kind: "webIdentity", tokenFile };
  }
  if (settings.has("sso_role_name") || settings.has("sso_account_id")) {
    const session = textOf(settings, "sso_session");
    return { kind: "sso", ...(session ? { session } : {}) };
  }
  return keysOrCommand(profile);
}

function keysOrCommand(profile: Profile): CredentialKind {
  const { settings, inCredentialsFile } = profile;
  const login = textOf(settings, "login_session");
  const commandLine = textOf(settings, "credential_process");
  if (inCredentialsFile?.has("aws_access_key_id")) {
    return { kind: "static", keys: inCredentialsFile };
  }
  if (login) {
    return { kind: "login", session: login };
  }
  if (commandLine) {
    return { kind: "process", commandLine };
  }
  return hasStaticKeys(settings) ? { kind: "static", keys: settings } : { kind: "none" };
}
