import { type Profile, type SharedConfig, textOf } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";

/** A role of IAM Identity Center, and the sign-in that it is had with. */
export interface SsoSettings {
  readonly accountId: string;
  readonly roleName: string;
  readonly startUrl: string;
  readonly region: string;
  /** The name of the `sso-session` section. Without it: the older form, which cannot be renewed. */
  readonly session?: string;
}

const inProfile = ["sso_account_id", "sso_role_name"] as const;
const inEither = ["sso_start_url", "sso_region"] as const;

/** Reads the settings as botocore's `SSOProvider._load_sso_config`; throws in its cases, in other words. */
export function ssoSettings(profile: Profile, config: SharedConfig): SsoSettings {
  const name = textOf(profile.settings, "sso_session");
  if (name === undefined && profile.settings.has("sso_session")) {
    throw credentialsError(`Profile ${profile.name} has an empty sso_session`);
  }
  const section = name === undefined ? undefined : config.ssoSessions.get(name);
  if (name !== undefined && section === undefined) {
    throw credentialsError(
      `Profile ${profile.name} names the sso-session ${name}, which does not exist. Add a section [sso-session ${name}] to the config file`,
    );
  }
  for (const [key, value] of section ?? []) {
    const own = profile.settings.get(key);
    if (own !== undefined && own !== value) {
      throw credentialsError(`Profile ${profile.name} and its sso-session ${name} disagree about ${key}`);
    }
  }
  const value = (key: string): string | undefined =>
    textOf(profile.settings, key) ?? (section && textOf(section, key));
  const missing = [...inProfile, ...inEither].filter((key) => value(key) === undefined);
  if (missing.length > 0) {
    throw credentialsError(
      `Profile ${profile.name} uses IAM Identity Center, but lacks ${missing.join(" and ")}`,
    );
  }
  return {
    accountId: value("sso_account_id") ?? "",
    roleName: value("sso_role_name") ?? "",
    startUrl: value("sso_start_url") ?? "",
    region: value("sso_region") ?? "",
    ...(name === undefined ? {} : { session: name }),
  };
}
