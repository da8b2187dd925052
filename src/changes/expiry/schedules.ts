import { type RevokeSchedule, rulesOfInput, scheduleDifferences } from "../../core/expiry/schedule";
import { isInDoubt } from "../../core/failures/failureScope";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { scheduleRequests } from "../../core/requests/schedules";
import type { Target } from "../../core/target";
import type { ChangeServices } from "../services";

type Services = Pick<ChangeServices, "aws" | "schedules">;

/** Makes a schedule, reads it back, and takes it away again where it is not what was asked for. */
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
  if (!made.ok && made.failure.kind === "notFound") {
    const group = await makeGroup(target, services);
    made = group.ok ? await create() : group;
  }
  if (!made.ok && !isInDoubt(made.failure)) {
    return made;
  }
  const proven = await readBack(target, schedule.name, request.input, services);
  if (!proven.ok) {
    // Nobody counts on it any more, whether or not it is there.
    await removeSchedule(target, schedule.name, services);
  }
  return proven;
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
  return moved.ok || isInDoubt(moved.failure)
    ? readBack(target, schedule.name, request.input, services)
    : moved;
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
  return removed.ok || removed.failure.kind !== "notFound" ? removed : succeeded(undefined);
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
        code: "ScheduleDiffers",
        message: `EventBridge Scheduler has kept another schedule than was asked for: ${differences.join(", ")} differ`,
      });
}
