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
    if (!itsOwn.test(header) && [...settings.keys()].some((name) => profileSettings.test(name))) {
      const message = `[${header}] counts for nothing in this file; ${meant(header)} would`;
      hints.push({ file: path, line: lines.get(header) ?? 1, message });
    }
  }
  return hints;
}

/** The header that was meant. A name of several words has to be quoted. */
function meant(header: string): string {
  const [, kind = "profile", rest = header] =
    /^(profile|sso-session|services)(?=\s|$)(.*)$/is.exec(header) ?? [];
  const name = rest.replaceAll(/["'\\]/g, "").trim();
  return `[${kind.toLowerCase()} ${name === "" ? "NAME" : /\s/.test(name) ? `"${name}"` : name}]`;
}
