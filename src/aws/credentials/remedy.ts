import { posixQuote } from "../../core/formats/cli";
import { type Profile, type SharedConfig, textOf } from "../../profiles/profile";
import { credentialKind } from "./credentialKind";

/**
 * The command that renews a profile's credentials, where there is one: that of the profile its roles lead back
 * to. Keys in a file, a process or the environment are renewed where they come from.
 */
export function remedyOf(profile: Profile, config: SharedConfig): string | undefined {
  const seen = new Set<Profile>();
  let current: Profile | undefined = profile;
  while (current && !seen.has(current)) {
    const kind = credentialKind(current, current === profile ? "own" : "source");
    switch (kind.kind) {
      case "sso":
        return `aws sso login --profile ${quoted(current.name)}`;
      case "login":
        return `aws login --profile ${quoted(current.name)}`;
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

// PowerShell and cmd take double quotes for a name with spaces; a POSIX shell would expand what is in them.
function quoted(name: string): string {
  return process.platform === "win32" && !/^[\w@%+=:,./-]+$/.test(name) ? `"${name}"` : posixQuote(name);
}
