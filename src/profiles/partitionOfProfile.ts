import { type Partition, partitionNamed, partitionOf } from "../core/regions";
import { type Profile, type SharedConfig, textOf } from "./profile";

type Around = Pick<SharedConfig, "profiles" | "ssoSessions">;

/**
 * The partition that a profile's credentials are of: keys of one count for nothing in another. A profile that names no
 * region may name it by its role, by where it signs in, or by the profile that its role is assumed with. `undefined`
 * where nothing says so.
 */
export function partitionOfProfile(profile: Profile | undefined, around: Around): Partition | undefined {
  const seen = new Set<Profile>();
  for (let current = profile; current && !seen.has(current); ) {
    seen.add(current);
    const known = ownPartition(current, around);
    if (known) {
      return known;
    }
    current = around.profiles.get(textOf(current.settings, "source_profile") ?? "");
  }
  return undefined;
}

function ownPartition({ region, settings }: Profile, { ssoSessions }: Around): Partition | undefined {
  if (region !== undefined) {
    return partitionOf(region);
  }
  const arn = ["role_arn", "login_session", "mfa_serial"].flatMap((name) => textOf(settings, name) ?? [])[0];
  const session = ssoSessions.get(textOf(settings, "sso_session") ?? "");
  const signIn = textOf(settings, "sso_region") ?? (session && textOf(session, "sso_region"));
  return (
    partitionNamed(/^arn:([\w-]+):/.exec(arn ?? "")?.[1] ?? "") ??
    (signIn === undefined ? undefined : partitionOf(signIn))
  );
}
