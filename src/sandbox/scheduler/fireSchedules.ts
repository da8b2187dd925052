import { accounts } from "../accounts";
import { rulesById } from "../ec2/rulesById";
import type { Faults } from "../faults";
import type { RegionState } from "../regionState";
import type { World } from "../world";
import type { Schedule } from "./schedule";

/**
 * Does what schedules were to do whose time has come. Called before each request: nobody can look at anything in
 * between, so that it is as if each had fired at its time.
 */
export function fireSchedules(world: World, faults: Faults, today: number): void {
  for (const state of world.states()) {
    const due = state.schedules
      .all()
      .filter(({ at, state: now, isOver }) => at !== undefined && at <= today && now === "ENABLED" && !isOver)
      .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
    for (const schedule of due) {
      if (!isStruck(state, faults)) {
        invoke(schedule, state);
      }
      if (schedule.afterCompletion === "DELETE") {
        state.schedules.remove(schedule);
      } else {
        state.schedules.put({ ...schedule, isOver: true });
      }
    }
  }
}

function isStruck({ ec2: { accountId, region } }: RegionState, faults: Faults): boolean {
  const profile = accounts.find((account) => account.accountId === accountId)?.name ?? "";
  return faults.strike({ action: "FireSchedule", profile, region }) !== undefined;
}

/** What is refused is refused for good here, and nobody is told, as where there is no queue for it. */
function invoke({ target }: Schedule, { ec2 }: RegionState): void {
  if (!/:aws-sdk:ec2:revokeSecurityGroupIngress$/.test(target.Arn)) {
    return;
  }
  const input: unknown = JSON.parse(target.Input ?? "{}");
  if (
    typeof input !== "object" ||
    input === null ||
    !("GroupId" in input && "SecurityGroupRuleIds" in input)
  ) {
    return;
  }
  const { GroupId: groupId, SecurityGroupRuleIds: ids } = input;
  const group = typeof groupId === "string" ? ec2.groups.get(groupId) : undefined;
  if (!group || !Array.isArray(ids)) {
    return;
  }
  try {
    for (const rule of rulesById(group, ids.map(String))) {
      group.removeIngress(rule);
    }
  } catch {
    // One that is not there fails all of it, as in EC2.
  }
}
