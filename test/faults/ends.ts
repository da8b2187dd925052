import assert from "node:assert/strict";
import type { AwsApi } from "../../src/aws/api";
import * as schedules from "../../src/aws/schedules";
import { tagsOfEnd } from "../../src/core/expiry/expiry";
import type { Outcome } from "../../src/core/outcome";
import type { ApiRequest } from "../../src/core/requests/request";
import { scheduleRequests } from "../../src/core/requests/schedules";
import type { CommandWorld } from "../support/commandWorld";
import { columnOf, type ReadOperation } from "./operation";
import { readRefusals, vpc } from "./reads";

/** A rule that ends, and the schedule that revokes it: what is read of them, before anything goes wrong. */
interface Ending {
  readonly ruleId: string;
  readonly schedule: string;
}

type Ask = (api: AwsApi, ending: Ending) => Promise<Outcome<unknown>>;

function ofEnds(
  request: ApiRequest,
  call: keyof AwsApi,
  { name = request.action, kind, how }: Pick<ReadOperation, "kind" | "how"> & { readonly name?: string },
  ask: Ask,
): ReadOperation {
  return {
    ...{ ...columnOf(request), name, kind, how },
    target: vpc,
    calls: [call],
    refusals: readRefusals,
    shownIn: "outcome",
    ask: async (world) => ask(await world.services.aws(), await endingIn(world)),
  };
}

export function ruleLook(request: ApiRequest): ReadOperation {
  const column = {
    name: `${request.action} of one`,
    kind: "list",
    how: "the look before and after Set Expiry, and of what is to be tidied",
  } as const;
  return ofEnds(request, "describeVpcRule", column, (api, { ruleId }) => api.describeVpcRule(vpc, ruleId));
}

export function expiringRuleList(request: ApiRequest): ReadOperation {
  const column = {
    name: `${request.action} of those that end`,
    kind: "list",
    how: "the revoking of what has expired",
  } as const;
  return ofEnds(request, "describeExpiringRules", column, (api) => api.describeExpiringRules(vpc));
}

export function scheduleLook(request: ApiRequest): ReadOperation {
  const column = { kind: "read", how: "the look at a schedule that was made, or is to be changed" } as const;
  return ofEnds(request, "expiring", column, (api, { schedule }) => {
    const { input } = scheduleRequests.get(schedule);
    return api.expiring(vpc, scheduleRequests.get(schedule), schedules.getSchedule(input));
  });
}

const known = new WeakMap<CommandWorld, Promise<Ending>>();

function endingIn(world: CommandWorld): Promise<Ending> {
  const ending = known.get(world) ?? makeEnding(world);
  known.set(world, ending);
  return ending;
}

async function makeEnding(world: CommandWorld): Promise<Ending> {
  const api = await world.services.aws();
  const at = world.sandbox.now() + 3_600_000;
  const schedule = "elasticache-access-1";
  const groups = valueIn(await api.listVpcGroups(vpc));
  const groupId = groups[0]?.id ?? assert.fail("no group");
  const tags = tagsOfEnd({ at, by: "schedule", scheduleName: schedule });
  const rules = [
    { source: { kind: "cidrIp", cidr: "192.0.2.0/24" }, protocol: "tcp", fromPort: 1, toPort: 1 },
  ] as const;
  const [rule] = valueIn(await api.authorizeVpcIngress(vpc, { groupId, rules, tags })).rules;
  const ruleId = rule?.id ?? assert.fail("no rule");
  const group = scheduleRequests.createGroup();
  valueIn(await api.expiring(vpc, group, schedules.createScheduleGroup(group.input)));
  const roleArn = "arn:aws:iam::111122223333:role/expiry";
  const made = scheduleRequests.create(
    { name: schedule, at, groupId, ruleIds: [ruleId], roleArn },
    vpc.region,
    schedule,
  );
  valueIn(await api.expiring(vpc, made, schedules.createSchedule(made.input)));
  return { ruleId, schedule };
}

function valueIn<T>(outcome: Outcome<T>): T {
  return outcome.ok ? outcome.value : assert.fail(JSON.stringify(outcome));
}
