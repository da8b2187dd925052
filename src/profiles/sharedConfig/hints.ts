import type { Pieces } from "../../core/pieces";
import type { ProfileHint } from "../profile";
import type { ConfigSections } from "./configSections";

/** A file with more such sections is another program's. */
const mostHints = 10;

/** Sections of the config file that the AWS CLI has for itself: none of them is somebody's profile. */
const itsOwn = /^(?:plugins?|preview|login-session)\b/;

/** Settings that a section has because it is to be a profile. */
const profileSettings =
  /^(?:region|output|services|login_session|mfa_serial|external_id|duration_seconds|web_identity_token_file|(?:aws|sso|role|source|credential|cli|endpoint|sts|ca|use|ec2|retry|max)_.*)$/;

/** Its settings are services, whose names are many. */
const servicesOf = /^\s*services?\s+\S/i;

/**
 * What in a config file counts for nothing although it was meant to: a section that the AWS CLI passes over in silence,
 * with what it would have to be called.
 */
export function* hintsOf(
  path: string,
  unused: ConfigSections["unused"],
  lines: ReadonlyMap<string, number>,
): Pieces<readonly ProfileHint[]> {
  const hints: ProfileHint[] = [];
  for (const [header, settings] of unused) {
    yield;
    if (hints.length === mostHints) {
      break;
    }
    const isMeant =
      servicesOf.test(header) || [...settings.keys()].some((name) => profileSettings.test(name));
    if (!itsOwn.test(header) && isMeant) {
      const message = `[${header}] counts for nothing in this file; ${meant(header)} would`;
      hints.push({ file: path, line: lines.get(header) ?? 1, message });
    }
  }
  return hints;
}

/** What the sections that count begin with, and how people write it who mean them. */
const kinds = [
  ["profile", /^profiles?(?=\s|$)/i],
  ["sso-session", /^sso[-_ ]?session(?=\s|$)/i],
  ["services", /^services?(?=\s|$)/i],
] as const;

/** The header that was meant. A name of several words has to be quoted. */
function meant(header: string): string {
  const text = header.trim();
  const [kind, written] = kinds.find(([, form]) => form.test(text)) ?? ["profile", /^/];
  const name = text
    .replace(written, "")
    .replaceAll(/["'\\]/g, "")
    .trim();
  return `[${kind} ${name === "" ? "NAME" : /\s/.test(name) ? `"${name}"` : name}]`;
}
