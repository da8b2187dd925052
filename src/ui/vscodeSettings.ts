import { ConfigurationTarget, workspace } from "vscode";
import type { NetworkSettings } from "../aws/host";
import type { Settings } from "../core/settings";

export const settingsSection = "elasticacheAccess";

/**
 * The settings as they are now, whatever somebody has written into the file: a value of a wrong type counts as its
 * default. A guard written down in the wrong way guards all the same.
 */
export function readSettings(): Settings {
  const from = workspace.getConfiguration(settingsSection);
  return {
    profiles: texts(from.get("profiles")),
    regions: byName(from.get("regions"), texts),
    favourites: texts(from.get("favourites")),
    groupProfiles: grouping(from.get("groupProfiles")),
    badge: from.get("badge") !== false,
    agentTools: offersTools(from),
    readOnly: isOn(from.get("readOnly")),
    protectedProfiles: textOrTexts(from.get("protectedProfiles")),
    expiryRoles: byName(from.get("expiryRoles"), String),
    // What is no text stays, as one: a limit that cannot be read is to be refused, and not to be passed over.
    longestExpiry: byName(from.get("longestExpiry"), String),
    requestTimeout: seconds(from.get("requestTimeout"), 10),
    processTimeout: seconds(from.get("processTimeout"), 60),
    settleTimeout: seconds(from.get("settleTimeout"), 120),
  };
}

/** Whether language models may ask, and plan changes. */
export function offersTools(from = workspace.getConfiguration(settingsSection)): boolean {
  return from.get("agentTools") !== false;
}

/** VS Code's own proxy settings, which its users expect to hold here too. */
export function readNetworkSettings(): NetworkSettings {
  const http = workspace.getConfiguration("http");
  const proxy = http.get<unknown>("proxy");
  return {
    proxySupport: proxySupport(http.get("proxySupport")),
    ...(typeof proxy === "string" && proxy !== "" ? { proxy } : {}),
    noProxy: texts(http.get("noProxy")),
    proxyStrictSSL: http.get("proxyStrictSSL") !== false,
  };
}

function proxySupport(value: unknown): NetworkSettings["proxySupport"] {
  return value === "off" || value === "on" || value === "fallback" ? value : "override";
}

/** Writes one setting for the user, in every window. */
export async function writeSetting(name: keyof Settings, value: unknown): Promise<void> {
  await workspace.getConfiguration(settingsSection).update(name, value, ConfigurationTarget.Global);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

function grouping(value: unknown): NonNullable<Settings["groupProfiles"]> {
  return value === "account" || value === "signInSession" || value === "name" ? value : "none";
}

function textOrTexts(value: unknown): readonly string[] {
  return typeof value === "string" ? [value] : texts(value);
}

function isOn(value: unknown): boolean {
  return value === true || value === "true";
}

function byName<T>(value: unknown, read: (each: unknown) => T): Readonly<Record<string, T>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, read(each)]))
    : {};
}

// Timers end at once beyond 2^31 - 1 milliseconds; a day is more than anybody waits.
const mostSeconds = 86_400;

function seconds(value: unknown, otherwise: number): number {
  return typeof value === "number" && value > 0 ? Math.min(value, mostSeconds) : otherwise;
}
