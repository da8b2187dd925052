import { findGrant } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import { distinctBy } from "../../core/distinct";
import { type End, endOfTags } from "../../core/expiry/expiry";
import type { Remembered } from "../../core/expiry/remembered";
import type { Failure } from "../../core/failures/failures";
import type { Outcome } from "../../core/outcome";
import type { Rule } from "../../core/rules/rule";
import { type Target, targetAlone, targetKey } from "../../core/target";
import type { State } from "../state";
import type { ExpiryStore } from "./expiryStore";

/** Something that ends, as far as it is known. */
export type Expiring = Target & {
  readonly end: End;
  /** Whether AWS has told that it is there; else this machine remembers it, and no more is known. */
  readonly isThere: boolean;
} & ((Ingress & { readonly kind: "grant" }) | ExpiringRule);

interface ExpiringRule {
  readonly kind: "rule";
  readonly groupId: string;
  readonly ruleId: string;
  /** What it says; nothing where only this machine's memory is known. */
  readonly rule?: Rule;
}

/** What a look into a target found: its rules that say when they end. */
export interface ExpiringLook {
  readonly target: Target;
  readonly rules: Outcome<readonly Rule[]>;
}

type Known = Pick<ExpiryStore, "remembered" | "session">;

/**
 * All that ends in the targets that were looked into, and what is remembered of others, the first to end first. A rule
 * that several profiles of an account see is there once, by the profile that made it where that is known.
 */
export function expiringIn(
  looks: readonly ExpiringLook[],
  known: Known,
  state: Pick<State, "groups" | "profiles" | "vpc">,
): readonly Expiring[] {
  const byTarget = new Map(looks.map((look) => [targetKey(look.target), look]));
  const ofKnown = withProfile(known, state).flatMap((entry) => asExpiring(entry, byTarget, state));
  const read = looks.flatMap(({ target, rules }) => (rules.ok ? rulesOf(target, rules.value) : []));
  const distinct = new Map<string, Expiring>();
  for (const each of [...ofKnown, ...read]) {
    const key = keyOf(each);
    // A profile of another account that remembers such an id has none of that account's.
    if (!distinct.get(key)?.isThere) {
      distinct.set(key, each);
    }
  }
  return [...distinct.values()].sort((a, b) => a.end.at - b.end.at);
}

/** The targets in which something is known to end, of the profiles that are there. */
export function knownTargets(known: Known, state: Pick<State, "profiles">): readonly Target[] {
  return distinctBy(targetKey, withProfile(known, state).map(targetAlone));
}

/** The profiles that are not there any more, in which this machine remembers that something was to end. */
export function lostProfiles(known: Known, { profiles }: Pick<State, "profiles">): readonly string[] {
  const names = known.remembered().map(({ profile }) => profile);
  return [...new Set(names)].filter((name) => profiles.get(name) === undefined);
}

/** The targets that could not be looked into, and why: what ends in them is not known. */
export function notReadOf(
  looks: readonly ExpiringLook[],
  known: Known,
  { groups }: Pick<State, "groups">,
): readonly { readonly target: Target; readonly failure: Failure }[] {
  return looks.flatMap(({ target, rules }) => {
    const ofGrants = hasGrants(target, known) ? groups.get(target).failure : undefined;
    const failure = rules.ok ? ofGrants : rules.failure;
    return failure ? [{ target, failure }] : [];
  });
}

/** Whether this machine remembers grants there: AWS keeps nothing of their ends. */
export function hasGrants(target: Target, known: Pick<Known, "remembered">): boolean {
  return known
    .remembered()
    .some((entry) => entry.kind === "grant" && targetKey(targetAlone(entry)) === targetKey(target));
}

type KnownEntry = Remembered | (ReturnType<Known["session"]>[number] & { readonly kind: "session" });

function withProfile(known: Known, { profiles }: Pick<State, "profiles">): readonly KnownEntry[] {
  const session = known.session().map((rule) => ({ ...rule, kind: "session" as const }));
  const own = new Set(session.map(({ ruleId }) => ruleId));
  const remembered = known.remembered().filter((entry) => entry.kind !== "rule" || !own.has(entry.ruleId));
  return [...remembered, ...session].filter(({ profile }) => profiles.get(profile) !== undefined);
}

/** Nothing where a look has not found it any more, or found that it does not end any more. */
function asExpiring(
  entry: KnownEntry,
  looks: ReadonlyMap<string, ExpiringLook>,
  { groups, vpc }: Pick<State, "groups" | "vpc">,
): readonly Expiring[] {
  const target = targetAlone(entry);
  if (entry.kind === "target") {
    return [];
  }
  if (entry.kind === "grant") {
    const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId, at } = entry;
    const { value, failure } = groups.get(target);
    const group = groups.find(target, cacheSecurityGroupName);
    const status = group && findGrant(group, entry)?.status;
    const isRead = value !== undefined && !failure;
    const isGone = isRead && (status === undefined || /^revok(?:ing|ed)$/.test(status));
    const names = { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId };
    return isGone ? [] : [{ ...target, ...names, kind: "grant", end: { at, by: "sweep" }, isThere: isRead }];
  }
  const { groupId, ruleId, at } = entry;
  const found = looks.get(targetKey(target))?.rules;
  const known = { ...target, kind: "rule" as const, groupId, ruleId };
  if (entry.kind === "session" || entry.by === "session") {
    // It has no tags, so no look finds it: the tree may know of it.
    const isRead = vpc.rules(target, groupId) !== undefined;
    const rule = vpc.findRule(target, groupId, ruleId);
    const found = { ...known, ...(rule ? { rule } : {}), isThere: rule !== undefined };
    const whose = entry.kind === "rule" ? { isOthers: true as const } : {};
    return isRead && !rule ? [] : [{ ...found, end: { at, by: "session", ...whose } }];
  }
  if (found?.ok) {
    const rule = found.value.find(({ id }) => id === ruleId);
    return rule ? rulesOf(target, [rule]) : [];
  }
  const { by, scheduleName } = entry;
  const end = { at, by, ...(scheduleName === undefined ? {} : { scheduleName }) };
  return [{ ...known, end, isThere: false }];
}

function rulesOf(target: Target, rules: readonly Rule[]): readonly Expiring[] {
  return rules.flatMap((rule) => {
    const end = endOfTags(rule.tags);
    return end && rule.id !== undefined
      ? [{ ...target, kind: "rule", groupId: rule.groupId, ruleId: rule.id, rule, end, isThere: true }]
      : [];
  });
}

function keyOf(each: Expiring): string {
  return each.kind === "rule"
    ? `${each.region} ${each.ruleId}`
    : [
        targetKey(each),
        each.cacheSecurityGroupName,
        each.ec2SecurityGroupName,
        each.ec2SecurityGroupOwnerId,
      ].join("\n");
}
