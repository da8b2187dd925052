import { partition } from "../accounts";
import { ApiError } from "../apiError";
import type { Schedule, ScheduleGroup } from "./schedule";

/** What one account has of EventBridge Scheduler in one region. The group `default` is always there. */
export class Schedules {
  readonly groups = new Map<string, ScheduleGroup>([
    ["default", { name: "default", createdAt: 0, token: undefined }],
  ]);
  readonly #schedules = new Map<string, Schedule>();
  readonly #place: string;
  readonly #partition: string;

  constructor(accountId: string, region: string) {
    this.#partition = partition(region);
    this.#place = `${region}:${accountId}`;
  }

  /** By group and name. */
  all(): readonly Schedule[] {
    return [...this.#schedules.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  find(groupName: string, name: string): Schedule | undefined {
    return this.#schedules.get(keyOf({ groupName, name }));
  }

  /** The schedule, or the service's refusal: which of the two is not there. */
  get(groupName: string, name: string): Schedule {
    this.group(groupName);
    const schedule = this.find(groupName, name);
    if (schedule === undefined) {
      throw new ApiError("ResourceNotFoundException", `Schedule ${name} does not exist.`);
    }
    return schedule;
  }

  group(name: string): ScheduleGroup {
    const group = this.groups.get(name);
    if (group === undefined) {
      throw new ApiError("ResourceNotFoundException", `Schedule group ${name} does not exist.`);
    }
    return group;
  }

  put(schedule: Schedule): void {
    this.#schedules.set(keyOf(schedule), schedule);
  }

  remove(schedule: Schedule): void {
    this.#schedules.delete(keyOf(schedule));
  }

  arn({ groupName, name }: Pick<Schedule, "groupName" | "name">): string {
    return `arn:${this.#partition}:scheduler:${this.#place}:schedule/${groupName}/${name}`;
  }

  groupArn(name: string): string {
    return `arn:${this.#partition}:scheduler:${this.#place}:schedule-group/${name}`;
  }
}

function keyOf({ groupName, name }: Pick<Schedule, "groupName" | "name">): string {
  return `${groupName}/${name}`;
}
