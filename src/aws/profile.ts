/** A named profile as the AWS CLI would read it: the config and credentials files merged. */
export interface Profile {
  readonly name: string;
  /** The profile's own region, when it names one. */
  readonly region?: string;
  readonly origin: ProfileOrigin;
  /** Every setting of the profile, keys in lower case, the credentials file's winning. Holds secrets: never shown or logged. */
  readonly settings: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** `sandbox`: the built-in sandbox, in memory only. `environment`: the keys in the environment variables. */
export type ProfileOrigin = "files" | "sandbox" | "environment";

/** What a reading of the files gave: the readable profiles, and where the rest is broken. */
export interface ProfileSet {
  readonly profiles: readonly Profile[];
  readonly problems: readonly ProfileProblem[];
}

export interface ProfileProblem {
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly message: string;
}
