import type { Settings } from "../settings";

/** The role that the settings name for what ends in a profile; nothing where they name none. */
export function namedRole({ expiryRoles = {} }: Settings, profile: string): string | undefined {
  return (Object.hasOwn(expiryRoles, profile) && expiryRoles[profile]) || undefined;
}
