import { withoutSecretLines } from "../../profiles/furtherLines";
import { type Profile, textOf } from "../../profiles/profile";

/** Settings whose values are nobody's business: a command line may hold a password. */
const isSecret = /secret|token$|passw|key|credential_process|external_id/;

/** Longer values are told by their beginning. */
const longest = 100;

/**
 * A setting as it stands in the files, for a message about it: `source_profile = base in [profile dev]`. The value is
 * left out where it is a secret.
 */
export function settingWords(profile: Profile, setting: string): string {
  const value = textOf(profile.settings, setting);
  const place = `in ${sectionOf(profile, setting)}`;
  if (value === undefined || isSecret.test(setting)) {
    return `${setting} ${place}`;
  }
  const shown = withoutSecretLines(value).replace(/\s+/g, " ");
  const text = shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
  return `${setting} = ${text} ${place}`;
}

/** The section that a setting of a profile stands in, or would: the credentials file's has no `profile` before it. */
export function sectionOf({ name, inCredentialsFile }: Profile, setting: string): string {
  if (inCredentialsFile?.has(setting)) {
    return `[${name}] of the credentials file`;
  }
  return name === "default" ? "[default]" : `[profile ${/\s/.test(name) ? `"${name}"` : name}]`;
}
