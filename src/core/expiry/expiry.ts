/**
 * Who sees to the end: EventBridge Scheduler; this extension, in any window that is used after it; or this window alone,
 * where nothing could be tagged.
 */
export type Expirer = "schedule" | "sweep" | "session";

/** The end of what a request has made, as callers get it. */
export interface Expiry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: Expirer;
  readonly scheduleName?: string;
  /** The rules that end then. A grant of a cache security group has no id. */
  readonly ruleIds?: readonly string[];
}

/** The end of one rule or grant. */
export interface End {
  /** Milliseconds since 1970, by AWS's clock. */
  readonly at: number;
  readonly by: Expirer;
  readonly scheduleName?: string;
  /** Another window alone is to revoke it, and whether that is open still is not known. */
  readonly isOthers?: true;
}

export const expiryTags = {
  expires: "elasticache-access:expires",
  by: "elasticache-access:by",
  schedule: "elasticache-access:schedule",
} as const;

type Tags = Readonly<Record<string, string>>;

/** The tags that say when a rule ends and who sees to it. */
export function tagsOfEnd({ at, by, scheduleName }: End): Tags {
  return {
    [expiryTags.expires]: new Date(at).toISOString(),
    [expiryTags.by]: by,
    ...(scheduleName === undefined ? {} : { [expiryTags.schedule]: scheduleName }),
  };
}

/** The end that a rule's tags tell of; `undefined` where they tell of none, or of nothing that could be read. */
export function endOfTags(tags: Tags): End | undefined {
  const at = Date.parse(tags[expiryTags.expires] ?? "");
  if (Number.isNaN(at)) {
    return undefined;
  }
  const scheduleName = tags[expiryTags.schedule];
  return tags[expiryTags.by] === "schedule" && scheduleName
    ? { at, by: "schedule", scheduleName }
    : { at, by: "sweep" };
}

/** A rule's tags without those about its end. */
export function otherTags(tags: Tags): Tags {
  const ours: readonly string[] = Object.values(expiryTags);
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !ours.includes(key)));
}

/** What a caller gets of an end. */
export function expiryOf({ at, by, scheduleName }: End, ruleIds: readonly string[] = []): Expiry {
  return {
    at: new Date(at).toISOString(),
    by,
    ...(scheduleName === undefined ? {} : { scheduleName }),
    ...(ruleIds.length === 0 ? {} : { ruleIds }),
  };
}
