import { shellWords } from "../../core/formats/shellWords";
import type { ProfileSettings } from "../profile";

export interface ConfigSections {
  readonly profiles: Map<string, ProfileSettings>;
  readonly ssoSessions: Map<string, ProfileSettings>;
  readonly services: Map<string, ProfileSettings>;
}

/**
 * Sorts the sections of the config file by what they are, as botocore's `configloader.build_profile_map`: the
 * kind is whatever the header begins with, the name its second word, and headers of one or three words are
 * nothing. Where a name comes twice (`[default]` and `[profile default]`) the later section stands alone.
 */
export function sortSections(sections: ReadonlyMap<string, ProfileSettings>): ConfigSections {
  const sorted: ConfigSections = { profiles: new Map(), ssoSessions: new Map(), services: new Map() };
  for (const [header, settings] of sections) {
    const kind = kindOf(header);
    if (header === "default") {
      sorted.profiles.set(header, settings);
    } else if (kind) {
      const words = shellWords(header);
      const name = words?.[1];
      if (words?.length === 2 && name !== undefined) {
        sorted[kind].set(name, settings);
      }
    }
  }
  return sorted;
}

function kindOf(header: string): keyof ConfigSections | undefined {
  if (header.startsWith("profile")) {
    return "profiles";
  }
  if (header.startsWith("sso-session")) {
    return "ssoSessions";
  }
  return header.startsWith("services") ? "services" : undefined;
}
