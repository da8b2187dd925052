import { shellWords } from "../../core/formats/shellWords";
import type { Pieces } from "../../core/pieces";
import type { ProfileSettings } from "../profile";

export interface ConfigSections {
  readonly profiles: Map<string, ProfileSettings>;
  readonly ssoSessions: Map<string, ProfileSettings>;
  readonly services: Map<string, ProfileSettings>;
  /** The others, by their headers: botocore passes them over. */
  readonly unused: Map<string, ProfileSettings>;
}

/**
 * Sorts the sections of the config file by what they are, as botocore's `configloader.build_profile_map`: the
 * kind is whatever the header begins with, the name its second word, and headers of one or three words are
 * nothing. Where a name comes twice (`[default]` and `[profile default]`) the later section stands alone.
 */
export function* sortSections(sections: ReadonlyMap<string, ProfileSettings>): Pieces<ConfigSections> {
  const sorted: ConfigSections = {
    profiles: new Map(),
    ssoSessions: new Map(),
    services: new Map(),
    unused: new Map(),
  };
  for (const [header, settings] of sections) {
    yield;
    const kind = kindOf(header);
    const words = kind && shellWords(header);
    const name = words?.[1];
    if (header === "default") {
      sorted.profiles.set(header, settings);
    } else if (kind && words?.length === 2 && name !== undefined) {
      sorted[kind].set(name, settings);
    } else {
      sorted.unused.set(header, settings);
    }
  }
  return sorted;
}

function kindOf(header: string): Exclude<keyof ConfigSections, "unused"> | undefined {
  if (header.startsWith("profile")) {
    return "profiles";
  }
  if (header.startsWith("sso-session")) {
    return "ssoSessions";
  }
  return header.startsWith("services") ? "services" : undefined;
}
