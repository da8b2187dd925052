import { joined } from "../core/joined";
import { isProtected, type Settings } from "../core/settings";

/** `protected`, `read-only`, both, or nothing: what a profile is guarded by. */
export function guardWords(settings: Settings, profile: string): string {
  return joined(isProtected(settings, profile) ? "protected" : "", settings.readOnly ? "read-only" : "");
}
