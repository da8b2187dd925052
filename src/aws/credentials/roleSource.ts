import { credentialKind, hasStaticKeys } from "../../profiles/credentialKind";
import { type Profile, type SharedConfig, textOf } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import { settingWords } from "./settingWords";

/** What a role is assumed with. */
export type RoleSource =
  | { readonly from: "profile"; readonly profile: Profile }
  | { readonly from: "environment" | "container" | "instance" };

// Compared as they are written, like botocore's `is_supported`.
const credentialSources = {
  Environment: "environment",
  EcsContainer: "container",
  Ec2InstanceMetadata: "instance",
} as const;

/**
 * Whose credentials a profile's role is assumed with, exactly as its settings say. A typo, a loop or a missing
 * source is an error of that profile; no other credentials are ever tried in their place.
 */
export function roleSource(profile: Profile, config: SharedConfig): RoleSource {
  const [named, credentialSource] = [given(profile, "source_profile"), given(profile, "credential_source")];
  if (named !== undefined && credentialSource !== undefined) {
    throw credentialsError(
      `Profile ${profile.name} names both a source_profile and a credential_source: ${settingWords(profile, "source_profile")}, and ${settingWords(profile, "credential_source")}. Only one of them can be`,
    );
  }
  if (credentialSource !== undefined) {
    if (!isCredentialSource(credentialSource)) {
      throw credentialsError(
        `Profile ${profile.name} names a credential_source that does not exist: ${settingWords(profile, "credential_source")}. There are Environment, EcsContainer and Ec2InstanceMetadata`,
      );
    }
    return { from: credentialSources[credentialSource] };
  }
  if (named === undefined) {
    throw credentialsError(
      `Profile ${profile.name} has a role_arn, but no source_profile to assume it with: ${settingWords(profile, "role_arn")}`,
    );
  }
  return { from: "profile", profile: sourceProfile(profile, named, config) };
}

/** Follows the chain to its end first: two profiles that wait for each other would wait for ever. */
function sourceProfile(profile: Profile, named: string, config: SharedConfig): Profile {
  const chain = [profile];
  let current = profile;
  let next: string | undefined = named;
  while (next !== undefined) {
    const source = config.profiles.get(next);
    if (!source) {
      throw credentialsError(
        `Profile ${current.name} takes its credentials from profile ${next}, which does not exist: ${settingWords(current, "source_profile")}. Nothing else was tried in its place`,
      );
    }
    const usesKeys = hasStaticKeys(source.settings);
    if (chain.includes(source) && !(source === current && usesKeys)) {
      throw credentialsError(
        `Profile ${profile.name} takes its credentials from itself: ${[...chain, source].map(({ name }) => name).join(" from ")}. The last of them is ${settingWords(current, "source_profile")}`,
      );
    }
    chain.push(source);
    current = source;
    next =
      credentialKind(source, "source").kind === "assumeRole"
        ? textOf(source.settings, "source_profile")
        : undefined;
  }
  return chain[1] ?? profile;
}

/** A setting that is there is meant, and cannot be empty. */
function given(profile: Profile, setting: string): string | undefined {
  const { name, settings } = profile;
  const text = textOf(settings, setting);
  if (text === undefined && settings.has(setting)) {
    throw credentialsError(`Profile ${name} has an empty ${setting}: ${settingWords(profile, setting)}`);
  }
  return text;
}

function isCredentialSource(name: string): name is keyof typeof credentialSources {
  return Object.hasOwn(credentialSources, name);
}
