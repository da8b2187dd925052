import { ApiError } from "../apiError";
import type { JsonObject } from "../jsonObject";
import type { RestOperation } from "../restService";
import { Members, nameForm } from "./constraints";
import { jsonPage } from "./jsonPage";
import type { Schedule } from "./schedule";
import { groupNameIn, readScheduleFields, tokenForm } from "./scheduleFields";

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
export const createSchedule: RestOperation = (call) => {
  const { schedules } = call.state;
  const name = new Members({ Name: call.name }).requiredText("Name", nameForm, 64);
  const groupName = groupNameIn(call);
  const token = new Members(call.body).text("ClientToken", tokenForm, 64);
  const known = schedules.find(groupName, name);
  if (known !== undefined && token !== undefined && known.token === token) {
    return { ScheduleArn: schedules.arn(known) };
  }
  const fields = readScheduleFields(call);
  schedules.group(groupName);
  if (known !== undefined) {
    throw new ApiError("ConflictException", `Schedule ${name} already exists.`);
  }
  const made = { ...fields, name, groupName, token, createdAt: call.today, changedAt: call.today };
  schedules.put(made);
  return { ScheduleArn: schedules.arn(made) };
};

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_UpdateSchedule.html */
export const updateSchedule: RestOperation = (call) => {
  const { schedules } = call.state;
  const known = schedules.get(groupNameIn(call), call.name);
  const { name, groupName, createdAt } = known;
  const token = new Members(call.body).text("ClientToken", tokenForm, 64);
  // Everything is said anew: what a request leaves out goes back to its default.
  schedules.put({ ...readScheduleFields(call), name, groupName, createdAt, token, changedAt: call.today });
  return { ScheduleArn: schedules.arn(known) };
};

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html */
export const getSchedule: RestOperation = ({ state: { schedules }, query, name }) => {
  const schedule = schedules.get(query.get("groupName") ?? "default", name);
  return {
    ...summary(schedule, schedules.arn(schedule)),
    ScheduleExpression: schedule.expression,
    ScheduleExpressionTimezone: schedule.timezone,
    FlexibleTimeWindow: schedule.window,
    ActionAfterCompletion: schedule.afterCompletion,
    ...(schedule.description === undefined ? {} : { Description: schedule.description }),
    Target: schedule.target,
  };
};

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteSchedule.html */
export const deleteSchedule: RestOperation = ({ state: { schedules }, query, name }) => {
  schedules.remove(schedules.get(query.get("groupName") ?? "default", name));
  return undefined;
};

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListSchedules.html */
export const listSchedules: RestOperation = ({ state: { schedules }, query }) => {
  const groupName = query.get("ScheduleGroup");
  const prefix = query.get("NamePrefix") ?? "";
  const state = query.get("State");
  if (groupName !== undefined) {
    schedules.group(groupName);
  }
  const found = schedules
    .all()
    .filter((each) => groupName === undefined || each.groupName === groupName)
    .filter((each) => each.name.startsWith(prefix) && (state === undefined || each.state === state));
  const { items, nextToken } = jsonPage(found, (each) => schedules.arn(each), query);
  return {
    Schedules: items.map((each) => ({
      ...summary(each, schedules.arn(each)),
      Target: { Arn: each.target.Arn },
    })),
    ...(nextToken === undefined ? {} : { NextToken: nextToken }),
  };
};

function summary({ name, groupName, state, createdAt, changedAt }: Schedule, arn: string): JsonObject {
  return {
    Arn: arn,
    Name: name,
    GroupName: groupName,
    State: state,
    CreationDate: createdAt / 1000,
    LastModificationDate: changedAt / 1000,
  };
}
