import { ApiError } from "../apiError";
import type { JsonObject } from "../jsonObject";
import type { RestOperation } from "../restService";
import { Members, nameForm } from "./constraints";
import { jsonPage } from "./jsonPage";
import type { ScheduleGroup } from "./schedule";
import { tokenForm } from "./scheduleFields";
import type { Schedules } from "./schedules";

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateScheduleGroup.html */
export const createScheduleGroup: RestOperation = (call) => {
  const { schedules } = call.state;
  const name = new Members({ Name: call.name }).requiredText("Name", nameForm, 64);
  const token = new Members(call.body).text("ClientToken", tokenForm, 64);
  const known = schedules.groups.get(name);
  if (known !== undefined && (token === undefined || known.token !== token)) {
    throw new ApiError("ConflictException", `Schedule group ${name} already exists.`);
  }
  if (known === undefined) {
    schedules.groups.set(name, { name, token, createdAt: call.today });
  }
  return { ScheduleGroupArn: schedules.groupArn(name) };
};

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetScheduleGroup.html */
export const getScheduleGroup: RestOperation = ({ state: { schedules }, name }) =>
  shape(schedules.group(name), schedules);

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListScheduleGroups.html */
export const listScheduleGroups: RestOperation = ({ state: { schedules }, query }) => {
  const prefix = query.get("NamePrefix") ?? "";
  const found = [...schedules.groups.values()].filter(({ name }) => name.startsWith(prefix));
  const { items, nextToken } = jsonPage(found, ({ name }) => name, query);
  return {
    ScheduleGroups: items.map((group) => shape(group, schedules)),
    ...(nextToken === undefined ? {} : { NextToken: nextToken }),
  };
};

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteScheduleGroup.html */
export const deleteScheduleGroup: RestOperation = ({ state: { schedules }, name }) => {
  schedules.group(name);
  if (name === "default") {
    throw new ApiError("ValidationException", "Cannot delete the default schedule group.");
  }
  for (const schedule of schedules.all()) {
    if (schedule.groupName === name) {
      schedules.remove(schedule);
    }
  }
  schedules.groups.delete(name);
  return undefined;
};

function shape({ name, createdAt }: ScheduleGroup, schedules: Schedules): JsonObject {
  return {
    Arn: schedules.groupArn(name),
    Name: name,
    State: "ACTIVE",
    CreationDate: createdAt / 1000,
    LastModificationDate: createdAt / 1000,
  };
}
