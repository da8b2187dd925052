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
  /** What happened in a few words, for a row: where the kind says too little. */
  readonly label?: string;
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

/** Longer messages are read no further for their first sentence. */
const longestSentence = 2_000;

/**
 * What happened, without what follows from it: a message's first sentence, its full stop left off.
 *
 * @param about what the message may name, a target or an item: a full stop or a line break within its texts ends
 * nothing. Nobody can leave it out: a name in a message has any characters.
 */
export function firstSentence(message: string, about: object): string {
  const text = message.slice(0, longestSentence);
  const known = Object.values<unknown>({ ...about })
    .filter((name) => typeof name === "string")
    .filter((name) => /[.\n]/.test(name));
  for (let at = 0; at < text.length; at++) {
    const name = known.find((each) => text.startsWith(each, at));
    if (name !== undefined) {
      at += name.length - 1;
    } else if (text.charAt(at) === "\n" || (text.charAt(at) === "." && isSpace(text.charAt(at + 1)))) {
      return text.slice(0, at).trimEnd();
    }
  }
  return text;
}

/** Also where the message ends. */
function isSpace(character: string): boolean {
  return character.trim() === "";
}
