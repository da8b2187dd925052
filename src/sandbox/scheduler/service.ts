import { type RestOperation, type RestService, restAnswers } from "../restService";
import {
  createScheduleGroup,
  deleteScheduleGroup,
  getScheduleGroup,
  listScheduleGroups,
} from "./groupOperations";
import {
  createSchedule,
  deleteSchedule,
  getSchedule,
  listSchedules,
  updateSchedule,
} from "./scheduleOperations";

const operations: readonly (readonly [action: string, route: string, RestOperation])[] = [
  ["CreateSchedule", "POST /schedules/*", createSchedule],
  ["CreateScheduleGroup", "POST /schedule-groups/*", createScheduleGroup],
  ["DeleteSchedule", "DELETE /schedules/*", deleteSchedule],
  ["DeleteScheduleGroup", "DELETE /schedule-groups/*", deleteScheduleGroup],
  ["GetSchedule", "GET /schedules/*", getSchedule],
  ["GetScheduleGroup", "GET /schedule-groups/*", getScheduleGroup],
  ["ListScheduleGroups", "GET /schedule-groups", listScheduleGroups],
  ["ListSchedules", "GET /schedules", listSchedules],
  ["UpdateSchedule", "PUT /schedules/*", updateSchedule],
];

/**
 * EventBridge Scheduler: schedules that are for one moment, and that revoke rules.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/
 */
export const scheduler: RestService = {
  name: "scheduler",
  operations: new Map(operations.map(([action, , operation]) => [action, operation])),
  routes: new Map(operations.map(([action, route]) => [route, action])),
  ...restAnswers({ AccessDeniedException: 403 }),
};
