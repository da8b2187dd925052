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
  /** Called at a first read, when one of its two parts is there: it is shown while the other takes its time. */
  readonly partRead: () => void;
}

// Most answers take a fraction of it.
const patienceMilliseconds = 1000;

/**
 * Reads the rules of the groups with these ids, and then in one request the groups and those that the rules name. Where
 * the rules take long, the groups are asked for meanwhile: their names are shown while the rules are not there. Never
 * rejects: failures are the entry's.
 */
export async function readVpcEntry(
  aws: RulesApi,
  entry: VpcEntry,
  ids: readonly string[],
  reading: VpcReading,
): Promise<void> {
  const isFirst = entry.readAt === undefined;
  const rules = readRules(aws, entry, ids, reading);
  const groups = soon(rules).then((areRulesThere) =>
    readGroups(aws, entry, areRulesThere ? [...ids, ...sourceGroupIds(entry.rules.all())] : ids),
  );
  if (isFirst) {
    void Promise.race([rules, groups]).then(reading.partRead);
  }
  entry.failures = distinctFailures((await Promise.all([rules, groups])).flat());
}

/** Whether something comes within the time that it is waited for. */
async function soon(awaited: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMilliseconds);
  });
  const isThere = await Promise.race([awaited.then(() => true), late]);
  clearTimeout(timer);
  return isThere;
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
  const named = [...new Set(ids)];
  const groups = await aws.describeVpcGroups(entry.target, named);
  entry.named = new Set(named);
  if (groups.ok) {
    entry.groups = new Map(groups.value.map((group) => [group.id, group]));
  }
  return groups.ok ? [] : [groups.failure];
}
