/** The kinds of failure a user can meet. The catalogue in docs/failures.md says what each one offers. */
export const failureKinds = [
  "classicRetired",
  "alreadyAuthorized",
  "notFound",
  "changedSince",
  "invalidState",
  "invalidParameter",
  "alreadyExists",
  "quota",
  "regionDisabled",
  "accessDenied",
  "credentials",
  "throttled",
  "network",
  "protocol",
  "readOnly",
  "protected",
  "cancelled",
  "unexpected",
] as const;

export type FailureKind = (typeof failureKinds)[number];

/** What went wrong, in the catalogue's words. Plain data: it is shown, logged, returned and compared. */
export interface Failure {
  readonly kind: FailureKind;
  /** One or two sentences for a person: what happened, what stays true. Never holds a secret. */
  readonly message: string;
  /** The wire's code (`AuthorizationAlreadyExists`), or the system's (`ECONNREFUSED`). */
  readonly code?: string;
  /** AWS's request id, where an answer had one. */
  readonly requestId?: string;
  /** The field at fault, as it is spelled in `params` (`ec2SecurityGroupOwnerId`). */
  readonly field?: string;
  /** Of a change: an attempt may have been carried out, and no look could tell. */
  readonly inDoubt?: boolean;
  /** The IAM action that is missing (`elasticache:AuthorizeCacheSecurityGroupIngress`). */
  readonly action?: string;
  /** A shell command that mends it (`aws sso login --profile dev`). */
  readonly remedy?: string;
  /** The endpoint that was asked, without credentials or query. */
  readonly endpoint?: string;
}

/** What happened, without what follows from it: a message's first sentence, its full stop left off. */
export function firstSentence(message: string): string {
  return /^(.*?)\.?(?:\s*\n|\.\s|$)/su.exec(message)?.[1] ?? message;
}
