import { type End, endOfTags, expiryTags } from "../../core/expiry/expiry";
import type { GivenEnd } from "../../core/expiry/givenEnd";
import { nothingChanged, withAftermath } from "../../core/failures/aftermath";
import { isInDoubt } from "../../core/failures/failureScope";
import type { Failure } from "../../core/failures/failures";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Rule } from "../../core/rules/rule";
import { type Target, targetAlone } from "../../core/target";
import { roleOf } from "./expirer";
import { type EndServices, newScheduleName, tagRules, untagRules } from "./ruleEnd";
import { makeSchedule, moveSchedule, readSchedule, removeSchedule, withoutRules } from "./schedules";

/**
 * Gives a rule an end. The schedule first: a tag that says later than the schedule would promise what does not hold.
 * Where it cannot be tagged the schedule is as it was, or the failure says that it is not.
 */
export async function giveEnd(
  target: Target,
  rule: Rule,
  before: End | undefined,
  at: number,
  services: EndServices,
): Promise<Outcome<End>> {
  const { groupId, id = "" } = rule;
  const scheduled = await schedule(target, rule, before, at, services);
  if (!scheduled.ok) {
    return scheduled;
  }
  const { name, hasLeft } = scheduled.value;
  const end: End = name === undefined ? { at, by: "sweep" } : { at, by: "schedule", scheduleName: name };
  const tagged = await tagRules(
    target,
    { groupId, ids: [id], end, hadSchedule: before?.scheduleName !== undefined },
    services,
  );
  if (tagged.ok) {
    return succeeded(end);
  }
  const usesSchedules = name !== undefined || hasLeft;
  const isSo = usesSchedules && isInDoubt(tagged.failure) ? await hasEnd(target, id, end, services) : false;
  if (isSo !== false || !usesSchedules) {
    return isSo ? succeeded(end) : tagged;
  }
  const isBack = await takeScheduleBack(target, rule, before, name, services);
  return failed(isBack && !hasLeft ? settled(tagged.failure) : withSchedule(tagged.failure));
}

/** Gives a schedule its time again, or takes it away where there was none before. Whether it is as it was then. */
async function takeScheduleBack(
  target: Target,
  rule: Rule,
  before: End | undefined,
  name: string | undefined,
  services: EndServices,
): Promise<boolean> {
  if (name === undefined) {
    return true;
  }
  const back =
    before && name === before.scheduleName
      ? await schedule(target, rule, before, before.at, services)
      : await removeSchedule(target, name, services);
  return back.ok;
}

/** The tags are known to be as they were, and "Nothing was changed" would not be true. */
function withSchedule(failure: Failure): Failure {
  const sentence = "Its schedule was changed all the same: Set Expiry sets both anew.";
  return { ...failure, inDoubt: false, message: withAftermath(failure, sentence) };
}

function settled(failure: Failure): Failure {
  return isInDoubt(failure) ? nothingChanged(failure) : failure;
}

/** Whether a rule's tags say this end, or none; `undefined` where they cannot be read. */
async function hasEnd(
  target: Target,
  id: string,
  end: End | undefined,
  { aws }: EndServices,
): Promise<boolean | undefined> {
  const read = await (await aws()).describeVpcRule(target, id);
  return read.ok ? endOfTags(read.value[0]?.tags ?? {})?.at === end?.at : undefined;
}

/** Whether a schedule is asked for anything when the end of a rule is set. */
export async function hasSchedule(
  { before, expires, ...target }: Target & { readonly before?: End; readonly expires: GivenEnd | null },
  services: EndServices,
): Promise<boolean> {
  return (
    before?.scheduleName !== undefined ||
    (expires !== null && (await roleOf(targetAlone(target), services)) !== undefined)
  );
}

/** What is to revoke a rule. */
interface Scheduled {
  /** The schedule's name; none where this extension is to do it. */
  readonly name: string | undefined;
  /** Whether the rule was taken out of a schedule that stays, for other rules. */
  readonly hasLeft: boolean;
}

/** What will revoke the rule then. A failure where the old schedule holds. */
async function schedule(
  target: Target,
  rule: Rule,
  before: End | undefined,
  at: number,
  services: EndServices,
): Promise<Outcome<Scheduled>> {
  const { groupId, id = "" } = rule;
  const name = before?.scheduleName;
  let hasLeft = false;
  if (name !== undefined) {
    const read = await readSchedule(target, name, services);
    if (!read.ok && read.failure.kind !== "notFound") {
      return read;
    }
    if (read.ok && read.value && read.value.ruleIds.length === 1) {
      const moved = await moveSchedule(target, { ...read.value, name, at }, services);
      if (moved.ok || moved.failure.kind !== "notFound" || isInDoubt(moved.failure)) {
        return moved.ok ? succeeded({ name, hasLeft }) : moved;
      }
    } else if (read.ok) {
      // It is others' too: this rule leaves it.
      const left = await withoutRules(target, name, [id], services);
      if (!left.ok) {
        return left;
      }
      hasLeft = true;
    }
  }
  const role = await roleOf(target, services);
  if (role === undefined) {
    return succeeded({ name: undefined, hasLeft });
  }
  const fresh = newScheduleName();
  const made = await makeSchedule(
    target,
    { name: fresh, at, groupId, ruleIds: [id], roleArn: role },
    services,
  );
  if (!made.ok && isInDoubt(made.failure)) {
    return made;
  }
  if (!made.ok) {
    services.expiry.noteInstead(target, [id], made.failure);
  }
  return succeeded({ name: made.ok ? fresh : undefined, hasLeft });
}

/** The schedule first, too: the tags alone would leave it to revoke the rule. */
export async function takeEndAway(
  target: Target,
  rule: Rule,
  before: End | undefined,
  services: EndServices,
): Promise<Outcome<undefined>> {
  const { groupId, id = "" } = rule;
  if (before?.scheduleName !== undefined) {
    const left = await withoutRules(target, before.scheduleName, [id], services);
    if (!left.ok) {
      return left;
    }
  }
  if (before?.by === "session") {
    return succeeded(undefined);
  }
  const untagged = await untagRules(
    target,
    { groupId, ids: [id], keys: Object.values(expiryTags) },
    services,
  );
  if (untagged.ok || before?.scheduleName === undefined) {
    return untagged;
  }
  const isSo = isInDoubt(untagged.failure) ? await hasEnd(target, id, undefined, services) : false;
  if (isSo !== false) {
    return isSo ? succeeded(undefined) : untagged;
  }
  return failed(withSchedule(untagged.failure));
}
