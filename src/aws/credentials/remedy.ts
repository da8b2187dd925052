import { type Remedy, remedyLine } from "../../core/failures/remedy";
import { credentialKind } from "../../profiles/credentialKind";
import { type Profile, type SharedConfig, textOf } from "../../profiles/profile";

/** The command line that renews a profile's credentials, where there is one that can be run as it is. */
export function remedyOf(profile: Profile, config: SharedConfig): string | undefined {
  const remedy = signInOf(profile, config);
  return remedy && remedyLine(remedy);
}

/**
 * How a profile signs in, where somebody has to: that of the profile its roles lead back to. Keys in a file, a
 * process or the environment are renewed where they come from.
 */
function signInOf(profile: Profile, config: SharedConfig): Remedy | undefined {
  const seen = new Set<Profile>();
  let current: Profile | undefined = profile;
  while (current && !seen.has(current)) {
    const kind = credentialKind(current, current === profile ? "own" : "source");
    switch (kind.kind) {
      case "sso":
        return { command: "aws sso login", profile: current.name };
      case "login":
        return { command: "aws login", profile: current.name };
      case "assumeRole":
        seen.add(current);
        current = config.profiles.get(textOf(current.settings, "source_profile") ?? "");
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}
