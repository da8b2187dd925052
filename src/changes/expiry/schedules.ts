import { type RevokeSchedule, rulesOfInput, scheduleDifferences } from "../../core/expiry/schedule";
import { inDoubt, nothingChanged } from "../../core/failures/aftermath";
import { isInDoubt } from "../../core/failures/failureScope";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { scheduleRequests } from "../../core/requests/schedules";
import type { Target } from "../../core/target";
import type { ChangeServices } from "../services";

type Services = Pick<ChangeServices, "aws" | "schedules">;

/** In place of a code: a schedule is there, and says something else. */
const differs = "ScheduleDiffers";

/**
 * Makes a schedule, reads it back, and takes it away again where it is not what was asked for. A failure is in doubt where
 * a schedule may be there all the same.
 */
export async function makeSchedule(
  target: Target,
  schedule: RevokeSchedule,
  services: Services,
): Promise<Outcome<undefined>> {
  // The name is made for it alone, and so does for the token too.
  const request = scheduleRequests.create(schedule, target.region, schedule.name);
  const create = async () =>
    (await services.aws()).expiring(
      target,
      request,
      (await services.schedules()).createSchedule(request.input),
    );
  let made = await create();
  if (!made.ok && made.failure.kind === "notFound" && !isInDoubt(made.failure)) {
    const group = await makeGroup(target, services);
    if (!group.ok && !isInDoubt(group.failure)) {
      return group;
    }
    made = await create();
    if (!made.ok && !group.ok && !isInDoubt(made.failure)) {
      // Whether the group is there is all the same: it holds no schedule.
      return failed(nothingChanged(group.failure));
    }
  }
  if (!made.ok && !isInDoubt(made.failure)) {
    return made;
  }
  const proven = await readBack(target, schedule.name, request.input, services);
  if (proven.ok) {
    return proven;
  }
  const why = made.ok ? proven.failure : made.failure;
  if (!made.ok && proven.failure.kind === "notFound") {
    return failed(nothingChanged(why));
  }
  // Nobody counts on it any more, whether or not it is there.
  const removed = await removeSchedule(target, schedule.name, services);
  return failed(removed.ok ? (isInDoubt(why) ? nothingChanged(why) : why) : inDoubt(why));
}

/** Gives a schedule another time, or other rules, and reads it back. Not found: it has done its work, or is gone. */
export async function moveSchedule(
  target: Target,
  schedule: RevokeSchedule,
  services: Services,
): Promise<Outcome<undefined>> {
  const token = `${schedule.name.slice(-16)}-${crypto.randomUUID()}`;
  const request = scheduleRequests.update(schedule, target.region, token);
  const aws = await services.aws();
  const { updateSchedule } = await services.schedules();
  const moved = await aws.expiring(target, request, updateSchedule(request.input));
  if (!moved.ok && !isInDoubt(moved.failure)) {
    return moved;
  }
  const proven = await readBack(target, schedule.name, request.input, services);
  if (proven.ok) {
    return proven;
  }
  if (moved.ok) {
    return failed(inDoubt(proven.failure));
  }
  return proven.failure.code === differs ? failed(nothingChanged(moved.failure)) : moved;
}

/** Takes a schedule away. One that is not there is no failure: it has done its work. */
export async function removeSchedule(
  target: Target,
  name: string,
  services: Services,
): Promise<Outcome<undefined>> {
  const request = scheduleRequests.remove(name);
  const aws = await services.aws();
  const { deleteSchedule } = await services.schedules();
  const removed = await aws.expiring(target, request, deleteSchedule(request.input));
  if (removed.ok || removed.failure.kind === "notFound") {
    return succeeded(undefined);
  }
  if (!isInDoubt(removed.failure)) {
    return removed;
  }
  const read = await get(target, name, services);
  if (read.ok) {
    return failed(nothingChanged(removed.failure));
  }
  return read.failure.kind === "notFound" ? succeeded(undefined) : removed;
}

/** What a schedule revokes, by whose role and when, as far as it is one of ours. */
export async function readSchedule(
  target: Target,
  name: string,
  services: Services,
): Promise<Outcome<Omit<RevokeSchedule, "name"> | undefined>> {
  const read = await get(target, name, services);
  if (!read.ok) {
    return read;
  }
  const { ScheduleExpression = "", Target: what } = read.value;
  const rules = rulesOfInput(what?.Input);
  const at = Date.parse(`${/^at\((.+)\)$/.exec(ScheduleExpression)?.[1]}Z`);
  return succeeded(
    rules && what?.RoleArn !== undefined && !Number.isNaN(at)
      ? { ...rules, at, roleArn: what.RoleArn }
      : undefined,
  );
}

/** Takes rules out of the schedule that was to revoke them, and the schedule away where it has no others. */
export async function withoutRules(
  target: Target,
  name: string,
  ruleIds: readonly string[],
  services: Services,
): Promise<Outcome<undefined>> {
  const read = await readSchedule(target, name, services);
  if (!read.ok) {
    return read.failure.kind === "notFound" ? succeeded(undefined) : read;
  }
  const left = read.value?.ruleIds.filter((id) => !ruleIds.includes(id)) ?? [];
  return read.value && left.length > 0
    ? moveSchedule(target, { ...read.value, name, ruleIds: left }, services)
    : removeSchedule(target, name, services);
}

async function makeGroup(target: Target, services: Services): Promise<Outcome<undefined>> {
  const request = scheduleRequests.createGroup();
  const aws = await services.aws();
  const { createScheduleGroup } = await services.schedules();
  const made = await aws.expiring(target, request, createScheduleGroup(request.input));
  // Another window has made it at the same moment.
  return made.ok || made.failure.kind !== "invalidState" ? made : succeeded(undefined);
}

async function get(target: Target, name: string, services: Services) {
  const request = scheduleRequests.get(name);
  const aws = await services.aws();
  const { getSchedule } = await services.schedules();
  return aws.expiring(target, request, getSchedule(request.input));
}

async function readBack(
  target: Target,
  name: string,
  meant: Parameters<typeof scheduleDifferences>[0],
  services: Services,
): Promise<Outcome<undefined>> {
  const read = await get(target, name, services);
  if (!read.ok) {
    return read;
  }
  const differences = scheduleDifferences(meant, read.value);
  return differences.length === 0
    ? succeeded(undefined)
    : failed({
        kind: "unexpected",
        code: differs,
        message: `EventBridge Scheduler has kept another schedule than was asked for: ${differences.join(", ")} differ`,
      });
}
