/** The settings `elasticacheAccess.*`, as they are now. */
export interface Settings {
  /** The profiles to show; empty for all. */
  readonly profiles: readonly string[];
  /** The regions to show for a profile, in place of its own one. */
  readonly regions: Readonly<Record<string, readonly string[] | undefined>>;
  readonly readOnly: boolean;
  /** Patterns of profile names in which changes ask for the name; `*` stands for any characters. */
  readonly protectedProfiles: readonly string[];
  /** Seconds for one call, its retries and its whole body included. */
  readonly requestTimeout: number;
  /** Seconds to follow one status. */
  readonly settleTimeout: number;
}

/** Whether a profile's name matches one of the patterns of `protectedProfiles`. */
export function isProtected(settings: Settings, profile: string): boolean {
  return settings.protectedProfiles.some((pattern) => wildcard(pattern).test(profile));
}

function wildcard(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "su");
}
