import { type RevokeSchedule, scheduleGroup, scheduleInput } from "../expiry/schedule";
import { read, write } from "./request";

/** The requests about the schedules that revoke: https://docs.aws.amazon.com/scheduler/latest/APIReference/ */
export const scheduleRequests = {
  create: (schedule: RevokeSchedule, region: string, token: string) =>
    write("scheduler", "CreateSchedule", scheduleInput(schedule, region, token), subjectOf(schedule.name)),
  update: (schedule: RevokeSchedule, region: string, token: string) =>
    write("scheduler", "UpdateSchedule", scheduleInput(schedule, region, token), subjectOf(schedule.name)),
  get: (name: string) => read("scheduler", "GetSchedule", named(name), subjectOf(name)),
  remove: (name: string) => write("scheduler", "DeleteSchedule", named(name), subjectOf(name)),
  createGroup: () =>
    write("scheduler", "CreateScheduleGroup", { Name: scheduleGroup }, subjectOf(scheduleGroup)),
};

function named(Name: string) {
  return { Name, GroupName: scheduleGroup };
}

function subjectOf(scheduleName: string) {
  return { scheduleName };
}
