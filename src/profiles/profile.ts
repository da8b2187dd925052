/** A value of a setting. A map is a sub-section: `s3 =` followed by indented `key = value` lines. */
export type Setting = string | ReadonlyMap<string, string>;

/** ProfileSettings by their name in lower case. A map, so that a setting called `__proto__` is a setting like any other. */
export type ProfileSettings = ReadonlyMap<string, Setting>;

/** A named profile as the AWS CLI would read it: the config and credentials files merged. */
export interface Profile {
  readonly name: string;
  /** The profile's own region, when it names one. */
  readonly region?: string;
  readonly origin: ProfileOrigin;
  /** Every setting of the profile, the credentials file's winning. Holds secrets: never shown or logged. */
  readonly settings: ProfileSettings;
  /**
   * What the credentials file alone says. A key pair and its token belong together: botocore takes them from
   * one file, never half from each.
   */
  readonly inCredentialsFile?: ProfileSettings;
}

/**
 * `files`: the shared config and credentials files. `sandbox`: the built-in sandbox, in memory only.
 * `environment`: the keys in the environment variables. `container`: what a container's endpoint gives.
 */
export type ProfileOrigin = "files" | "sandbox" | "environment" | "container";

/** What a reading of the shared files gave: all that is readable, and where the rest is broken. */
export interface SharedConfig {
  /** By name, in the order of `aws configure list-profiles`. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** The `[sso-session NAME]` sections. */
  readonly ssoSessions: ReadonlyMap<string, ProfileSettings>;
  /** The `[services NAME]` sections. */
  readonly services: ReadonlyMap<string, ProfileSettings>;
  readonly problems: readonly ProfileProblem[];
  /** What the files say in vain. Nothing is wrong with them, as the AWS CLI reads them. */
  readonly hints?: readonly ProfileHint[];
  /** The config file, where it is there and could not be read at all: it may say where requests are to go. */
  readonly unreadConfig?: string;
}

/** A part of the files that could not be read. The AWS CLI stops at it; here the rest is kept. */
export interface ProfileProblem {
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  /** What is wrong and what was kept. Quotes nothing of the file. */
  readonly message: string;
}

/** A section that counts for nothing, and what would count. */
export interface ProfileHint {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** The text of a setting, or `undefined` where there is none, where it is empty or where it is a sub-section. */
export function textOf(settings: ProfileSettings, name: string): string | undefined {
  const value = settings.get(name);
  return typeof value === "string" && value !== "" ? value : undefined;
}
