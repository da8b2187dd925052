import type { Failure } from "../failures/failures";
import { invalidParameter } from "../failures/invalidParameter";
import { profileMatches, type Settings } from "../settings";
import { later, parseDuration } from "./duration";
import { endOf, type GivenEnd } from "./givenEnd";

/** How long a grant may last at most in a profile, by the setting: the shortest of all whose patterns match. */
export interface LongestExpiry {
  /** As it stands in the setting. */
  readonly text: string;
  /** Milliseconds from now; nothing where the setting's text is no duration. */
  readonly milliseconds: number | undefined;
}

export function longestExpiry(
  { longestExpiry: setting = {} }: Pick<Settings, "longestExpiry">,
  profile: string,
  now: number,
): LongestExpiry | undefined {
  const matching = Object.entries(setting)
    .filter(([pattern]) => profileMatches(pattern, profile))
    .map(([, text]): LongestExpiry => {
      const duration = parseDuration(text);
      return { text, milliseconds: duration && later(now, duration) - now };
    });
  // One that cannot be read comes first: a guard that was written down wrongly guards all the same.
  return matching.sort((a, b) => (a.milliseconds ?? -1) - (b.milliseconds ?? -1))[0];
}

/** What a profile's setting has against an end, or against none. */
export function longestExpiryFailure(
  settings: Pick<Settings, "longestExpiry">,
  profile: string,
  given: GivenEnd | undefined,
  now: number,
): Failure | undefined {
  const longest = longestExpiry(settings, profile, now);
  if (!longest) {
    return undefined;
  }
  const { text, milliseconds } = longest;
  const setting = `elasticacheAccess.longestExpiry has ${text} for ${profile}`;
  if (milliseconds === undefined) {
    return invalidParameter("expires", `${setting}, which is no duration of ISO 8601`);
  }
  if (!given) {
    return invalidParameter("expires", `${setting}: a grant there needs an end, and expires is missing`);
  }
  return endOf(given, now) - now > milliseconds
    ? invalidParameter("expires", `${setting}, and expires is later than that`)
    : undefined;
}
