import { type Profile, type ProfileSettings, textOf } from "./profile";

/** Where a profile's credentials come from, with the settings that say so. */
export type CredentialKind =
  | { readonly kind: "assumeRole"; readonly roleArn: string }
  | { readonly kind: "webIdentity"; readonly tokenFile: string }
  | { readonly kind: "sso" }
  | { readonly kind: "login"; readonly session: string }
  | { readonly kind: "process"; readonly commandLine: string }
  | { readonly kind: "static"; readonly keys: ProfileSettings }
  | { readonly kind: "container" }
  | { readonly kind: "none" };

/**
 * What botocore would take for the profile, in its order of precedence (`credentials.create_credential_resolver`,
 * for a profile that was named explicitly). A setting that is there counts, even where it is empty: whoever wrote
 * `role_arn =` did not mean the keys below it. As the source of another profile's role, a profile's own keys come
 * before its own role: so a profile can be its own source.
 */
export function credentialKind(profile: Profile, use: "own" | "source" = "own"): CredentialKind {
  const { settings } = profile;
  if (profile.origin === "container") {
    return { kind: "container" };
  }
  const tokenFile = textOf(settings, "web_identity_token_file");
  const isRole = settings.has("role_arn") && !settings.has("web_identity_token_file");
  if (isRole && (use === "own" || !hasStaticKeys(settings))) {
    return { kind: "assumeRole", roleArn: textOf(settings, "role_arn") ?? "" };
  }
  if (tokenFile) {
    return { kind: "webIdentity", tokenFile };
  }
  if (settings.has("sso_role_name") || settings.has("sso_account_id")) {
    return { kind: "sso" };
  }
  return keysOrCommand(profile);
}

function keysOrCommand(profile: Profile): CredentialKind {
  const { settings, inCredentialsFile } = profile;
  if (inCredentialsFile?.has("aws_access_key_id")) {
    return { kind: "static", keys: inCredentialsFile };
  }
  if (settings.has("login_session")) {
    return { kind: "login", session: textOf(settings, "login_session") ?? "" };
  }
  if (settings.has("credential_process")) {
    return { kind: "process", commandLine: textOf(settings, "credential_process") ?? "" };
  }
  return hasStaticKeys(settings) ? { kind: "static", keys: settings } : { kind: "none" };
}

/** Whether the settings name a key at all; a half-written pair counts, and fails when it is used. */
export function hasStaticKeys(settings: ProfileSettings): boolean {
  return settings.has("aws_access_key_id") || settings.has("aws_secret_access_key");
}

/** Where a profile's credentials come from, in words. */
export function credentialWords(profile: Profile): string {
  if (profile.origin === "environment") {
    return "keys of the environment variables";
  }
  const kind = credentialKind(profile);
  switch (kind.kind) {
    case "assumeRole":
      return `role ${kind.roleArn}`;
    case "webIdentity":
      return "role, by a web identity token";
    case "sso":
      return `IAM Identity Center, role ${textOf(profile.settings, "sso_role_name") ?? "not named"}`;
    case "login":
      return "sign-in with aws login";
    case "process":
      return "credential_process";
    case "static":
      return "access key";
    case "container":
      return "container";
    case "none":
      return "none";
  }
}
