import type { Ingress } from "../cacheSecurityGroups/ingress";
import { type Rule, ruleKey } from "../rules/rule";
import type { Expirer } from "./expiry";

interface Common {
  readonly profile: string;
  readonly region: string;
  /** Whose it is: a profile may stand for another account by the time that it ends. */
  readonly accountId?: string;
  /** Milliseconds since 1970, by AWS's clock. */
  readonly at: number;
}

/** A grant that a request of this machine has made, and that ends. It has no id and no tags. */
export interface RememberedGrant extends Common, Ingress {
  readonly kind: "grant";
  /** The request's answer was lost: whether it made the grant, or somebody else, is not known. */
  readonly inDoubt?: true;
}

/** A rule that this machine has made to end. Its tags say when; this says what it was. */
export interface RememberedRule extends Common {
  readonly kind: "rule";
  readonly groupId: string;
  readonly ruleId: string;
  readonly by: Expirer;
  readonly scheduleName?: string;
  /** What it said when it was made, so that what somebody has changed since is left alone. */
  readonly content: string;
}

/**
 * Where rules that end were about to be made, or to be tagged so: their ids come with an answer, and a window that is
 * killed before it leaves a target to look into once they are over.
 */
export interface RememberedTarget extends Common {
  readonly kind: "target";
  /** Nobody else's. */
  readonly name: string;
}

export type Remembered = RememberedGrant | RememberedRule | RememberedTarget;

/** What a rule says, its description included: Terraform and the console change one under its id. */
export function contentOf(rule: Omit<Rule, "id" | "tags">): string {
  return `${ruleKey(rule)} ${rule.description ?? ""}`;
}

/** Reads what a file holds; `undefined` for what is none of ours, or of a version yet to come. */
export function parseRemembered(text: string): Remembered | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const has = (...names: readonly string[]) => names.every((name) => typeof fields[name] === "string");
  return has("profile", "region") && typeof fields["at"] === "number" && isKind(fields, has)
    ? fields
    : undefined;
}

function isKind(
  fields: Readonly<Record<string, unknown>>,
  has: (...names: readonly string[]) => boolean,
): fields is Readonly<Record<string, unknown>> & Remembered {
  switch (fields["kind"]) {
    case "grant":
      return has("cacheSecurityGroupName", "ec2SecurityGroupName", "ec2SecurityGroupOwnerId");
    case "rule":
      return has("groupId", "ruleId", "by", "content");
    case "target":
      return has("name");
    default:
      return false;
  }
}
