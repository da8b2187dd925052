import type { SecurityGroupsApi } from "../aws/api/securityGroups";
import { failureReach, leavesOpen } from "../core/failures/failureScope";
import type { Failure } from "../core/failures/failures";
import { sourceGroupIds } from "../core/rules/rule";
import { distinctFailures } from "./distinctFailures";
import type { VpcEntry } from "./vpcEntry";
import { withKnownIds } from "./withKnownIds";

export type RulesApi = Pick<
  SecurityGroupsApi,
  "describeVpcGroups" | "describeVpcRules" | "describeVpcPermissions"
>;

export interface VpcReading {
  /** The moment before the questions. */
  readonly asOf: number;
  readonly now: () => number;
  /** Called at a first read, when the rules are there: they are shown while the names take their time. */
  readonly partRead: () => void;
}

/**
 * Reads the rules of the groups with these ids, and then in one request the groups and those that the rules name.
 * Never rejects: failures are the entry's.
 */
export async function readVpcEntry(
  aws: RulesApi,
  entry: VpcEntry,
  ids: readonly string[],
  reading: VpcReading,
): Promise<void> {
  const isFirst = entry.readAt === undefined;
  const rules = await readRules(aws, entry, ids, reading);
  if (isFirst) {
    reading.partRead();
  }
  entry.failures = distinctFailures([...rules, ...(await readGroups(aws, entry, ids))]);
}

async function readRules(
  aws: RulesApi,
  entry: VpcEntry,
  ids: readonly string[],
  { asOf, now }: VpcReading,
): Promise<readonly Failure[]> {
  const rules = await aws.describeVpcRules(entry.target, ids);
  // The groups tell their rules too, without the ids: that is less, but another permission.
  const instead =
    rules.ok || failsAlike(rules.failure) ? rules : await aws.describeVpcPermissions(entry.target, ids);
  entry.failed = !instead.ok;
  if (instead.ok) {
    entry.rules.replace(rules.ok ? rules.value : withKnownIds(instead.value, entry.rules), asOf);
    entry.rulesRead = new Set(ids);
    entry.readAt = now();
  }
  return rules.ok ? [] : [rules.failure];
}

/** Whether another question to the same service would hardly be answered otherwise. */
function failsAlike(failure: Failure): boolean {
  return failureReach(failure) === "target" || leavesOpen(failure);
}

async function readGroups(
  aws: RulesApi,
  entry: VpcEntry,
  ids: readonly string[],
): Promise<readonly Failure[]> {
  const named = [...new Set([...ids, ...sourceGroupIds(entry.rules.all())])];
  const groups = await aws.describeVpcGroups(entry.target, named);
  entry.named = new Set(named);
  if (groups.ok) {
    entry.groups = new Map(groups.value.map((group) => [group.id, group]));
  }
  return groups.ok ? [] : [groups.failure];
}
