import type { Profile, ProfileOrigin, SharedConfig } from "./profile";

/** A profile that no file holds: the sandbox's, or the environment's. ProfileSettings are named as in the files. */
export function inMemoryProfile(
  name: string,
  origin: ProfileOrigin,
  settings: Readonly<Record<string, string>>,
): Profile {
  const region = settings["region"];
  return { name, origin, ...(region ? { region } : {}), settings: new Map(Object.entries(settings)) };
}

/** The configuration with profiles of another origin after the files'. On equal names those given win. */
export function withProfiles(config: SharedConfig, added: Iterable<Profile>): SharedConfig {
  const profiles = new Map(config.profiles);
  for (const profile of added) {
    profiles.set(profile.name, profile);
  }
  return { ...config, profiles };
}
