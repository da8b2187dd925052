import { type Profile, type SharedConfig, textOf } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import { sectionOf, settingWords } from "./settingWords";

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

function isText(value: unknown): value is string {
  return typeof value === "string" && !value.includes("\n");
}

/** Reads the settings as botocore's `SSOProvider._load_sso_config`; throws in its cases, in other words. */
export function ssoSettings(profile: Profile, config: SharedConfig): SsoSettings {
  const name = textOf(profile.settings, "sso_session");
  if (name === undefined && profile.settings.has("sso_session")) {
    throw credentialsError(
      `Profile ${profile.name} has an empty sso_session: ${settingWords(profile, "sso_session")}`,
    );
  }
  const section = name === undefined ? undefined : config.ssoSessions.get(name);
  if (name !== undefined && section === undefined) {
    throw credentialsError(
      `Profile ${profile.name} names the sso-session ${name}, which does not exist: ${settingWords(profile, "sso_session")}. Add a section [sso-session ${name}] to the config file`,
    );
  }
  for (const [key, value] of section ?? []) {
    const own = profile.settings.get(key);
    if (own !== undefined && own !== value) {
      throw credentialsError(
        `Profile ${profile.name} and its sso-session ${name} disagree about ${key}: ${settingWords(profile, key)}${isText(value) ? `, ${value} in [sso-session ${name}]` : ""}`,
      );
    }
  }
  const value = (key: string): string | undefined =>
    textOf(profile.settings, key) ?? (section && textOf(section, key));
  const missing = [...inProfile, ...inEither].filter((key) => value(key) === undefined);
  if (missing.length > 0) {
    const own = sectionOf(profile, "sso_account_id");
    const session = name === undefined ? ` in ${own}` : ` in ${own} and in [sso-session ${name}]`;
    throw credentialsError(
      `Profile ${profile.name} uses IAM Identity Center, but lacks ${missing.join(" and ")}${session}`,
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
