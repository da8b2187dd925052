import { asItLooks } from "./lookAlikes";
import { unseen } from "./shownText";

/** The settings `elasticacheAccess.*`, as they are now. */
export interface Settings {
  /** The profiles to show; empty for all. */
  readonly profiles: readonly string[];
  /** The regions to show for a profile, in place of its own one. */
  readonly regions: Readonly<Record<string, readonly string[] | undefined>>;
  /** Profiles and regions that stand first, in this order. */
  readonly favourites?: readonly string[];
  /** What profiles stand together by in the tree. */
  readonly groupProfiles?: "none" | "account" | "signInSession" | "name";
  /** Whether the view's icon counts what is open to everywhere. */
  readonly badge?: boolean;
  /** Whether language models may ask, and plan changes. */
  readonly agentTools?: boolean;
  readonly readOnly: boolean;
  /** Patterns of profile names in which changes ask for the name; `*` stands for any characters. */
  readonly protectedProfiles: readonly string[];
  /** The role that EventBridge Scheduler assumes to revoke what expires, by its name, for each profile that has one. */
  readonly expiryRoles?: Readonly<Record<string, string>>;
  /** Patterns of profile names, and the ISO duration that a grant there may last at most. */
  readonly longestExpiry?: Readonly<Record<string, string>>;
  /** Seconds for one call, its retries and its whole body included. */
  readonly requestTimeout: number;
  /** Seconds for one `credential_process`, which may wait for a person. */
  readonly processTimeout: number;
  /** Seconds to follow one status. */
  readonly settleTimeout: number;
}

/**
 * Whether a profile's name matches one of the patterns of `protectedProfiles`. A guard errs on the safe side: upper and
 * lower case are one, so are the forms that Unicode has for a letter, letters that look alike, and what is not seen.
 */
export function isProtected(settings: Settings, profile: string): boolean {
  return settings.protectedProfiles.some((pattern) => profileMatches(pattern, profile));
}

/** What is longer is no name that anybody reads, and is taken for one that matches. */
const longestName = 10_000;

/** Whether a profile's name matches a pattern, in which `*` stands for any characters. */
export function profileMatches(pattern: string, profile: string): boolean {
  return profile.length > longestName || matches(folded(pattern), folded(profile));
}

/** Without accents, and without what is not seen: a guard takes names for the same that look so. */
function folded(text: string): string {
  // Twice, since some letters have an upper case of several, and others a lower one.
  const small = text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKD").toLowerCase();
  return asItLooks(small.replace(/\s+/g, " ").replace(unseen, "").replace(/\p{M}/gu, "")).trim();
}

/** `*` is any characters, a slash among them. Each part is taken where it comes first, in one pass over the text. */
function matches(pattern: string, text: string): boolean {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === undefined) {
    return text === first;
  }
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
  }
  return text.startsWith(first) && text.endsWith(last) && text.length - last.length >= at;
}
