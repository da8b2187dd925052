import type { SecurityGroupsApi } from "../aws/api/securityGroups";
import type { Failure } from "../core/failures/failures";
import { distinctFailures } from "./distinctFailures";
import type { VpcEntry } from "./vpcEntry";

export type RulesApi = Pick<
  SecurityGroupsApi,
  "describeVpcGroups" | "describeVpcRules" | "describeVpcPermissions"
>;

export interface VpcReading {
  /** The moment before the questions. */
  readonly asOf: number;
  readonly now: () => number;
  /** Called at a first read, when one of its two parts is there: it is shown while the other takes its time. */
  readonly partRead: () => void;
}

/** Reads the groups with these ids, and their rules, side by side. Never rejects: failures are the entry's. */
export async function readVpcEntry(
  aws: RulesApi,
  entry: VpcEntry,
  ids: readonly string[],
  reading: VpcReading,
): Promise<void> {
  const isFirst = entry.readAt === undefined;
  const reads = [readRules(aws, entry, ids, reading), readGroups(aws, entry, ids)];
  if (isFirst) {
    void Promise.race(reads).then(reading.partRead);
  }
  entry.failures = distinctFailures((await Promise.all(reads)).flat());
}

async function readRules(
  aws: RulesApi,
  entry: VpcEntry,
  ids: readonly string[],
  { asOf, now }: VpcReading,
): Promise<readonly Failure[]> {
  const rules = await aws.describeVpcRules(entry.target, ids);
  // The groups tell their rules too, without the ids: that is less, but another permission.
  const instead = rules.ok ? rules : await aws.describeVpcPermissions(entry.target, ids);
  entry.failed = !instead.ok;
  if (instead.ok) {
    entry.rules.replace(instead.value, asOf);
    entry.rulesRead = new Set(ids);
    entry.readAt = now();
  }
  return rules.ok ? [] : [rules.failure];
}

async function readGroups(
  aws: RulesApi,
  entry: VpcEntry,
  ids: readonly string[],
): Promise<readonly Failure[]> {
  const groups = await aws.describeVpcGroups(entry.target, ids);
  if (groups.ok) {
    entry.groups = new Map(groups.value.map((group) => [group.id, group]));
  }
  return groups.ok ? [] : [groups.failure];
}
