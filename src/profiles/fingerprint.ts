import { type Profile, type Setting, type SharedConfig, textOf } from "./profile";

/**
 * A text that changes whenever a setting changes on which a profile's credentials rest: its own, those of the
 * profiles its roles are assumed from, and those of its sso-session. Holds secrets: it is compared, never shown.
 */
export function fingerprint(profile: Profile, config: SharedConfig): string {
  const parts: unknown[] = [];
  const seen = new Set<Profile>();
  let next: Profile | undefined = profile;
  while (next && !seen.has(next)) {
    seen.add(next);
    const { name, origin, settings, inCredentialsFile } = next;
    const session = textOf(settings, "sso_session");
    const services = textOf(settings, "services");
    parts.push(name, origin, plain(settings), inCredentialsFile ? plain(inCredentialsFile) : null);
    parts.push(session ? plain(config.ssoSessions.get(session)) : null);
    parts.push(services ? plain(config.services.get(services)) : null);
    next = config.profiles.get(textOf(settings, "source_profile") ?? "");
  }
  return JSON.stringify(parts);
}

function plain(settings: ReadonlyMap<string, Setting> | undefined): unknown {
  return (
    settings && [...settings].map(([name, value]) => [name, typeof value === "string" ? value : [...value]])
  );
}
