import assert from "node:assert/strict";
import {
  DeleteScheduleGroupCommand,
  ResourceNotFoundException,
  SchedulerClient,
} from "@aws-sdk/client-scheduler";
import * as schedules from "../../../src/aws/schedules";
import type { Params } from "../../../src/commands/command";
import { setExpiry } from "../../../src/commands/setExpiry";
import { scheduleGroup } from "../../../src/core/expiry/schedule";
import { ruleEndRequests } from "../../../src/core/requests/ruleEnds";
import { scheduleRequests } from "../../../src/core/requests/schedules";
import type { Target } from "../../../src/core/target";
import type { CommandWorld } from "../../support/commandWorld";
import { makeRule, revokeRule } from "./ruleAgain";
import type { Refusals, SentRequest } from "./sentRequest";

const rule = { groupId: "sg-1", ruleIds: [] };
const schedule = { ...rule, name: "elasticache-access-1", at: 0, roleArn: "" };
const earlier = "2098-01-01T00:00:00Z";

const tagRefusals: Refusals = {
  notFound: ["notFound", "InvalidSecurityGroupRuleId.NotFound"],
  invalidState: ["invalidState", "IncorrectState"],
  alreadyExists: ["quota", "TagLimitExceeded"],
};
const scheduleRefusals: Refusals = {
  notFound: ["notFound", "ResourceNotFoundException"],
  invalidState: ["invalidState", "ConflictException"],
  alreadyExists: ["quota", "ServiceQuotaExceededException"],
};

/** The requests of Set Expiry: one for each thing that the end of a rule may stand in. */
export const sentForEnds: readonly SentRequest[] = [
  {
    request: ruleEndRequests.tag({ ...rule, tags: {} }),
    call: "expiring",
    traits: ["sameAgain", "looksFirst"],
    refusals: tagRefusals,
    again: otherRule,
  },
  {
    request: ruleEndRequests.untag({ ...rule, keys: [] }),
    call: "expiring",
    traits: ["sameAgain", "looksFirst"],
    refusals: tagRefusals,
    prepare: async (world, params) => {
      await ends(world, params);
      return { expires: null };
    },
    again: ruleThatEnds,
  },
  {
    request: scheduleRequests.createGroup(),
    call: "expiring",
    traits: ["looksFirst", "elseSwept", "holdsNothing"],
    refusals: scheduleRefusals,
    prepare: async (world) => {
      setRole(world);
      return {};
    },
    again: async (world, params) => {
      await deleteGroup(world, targetOf(params));
      return otherRule(world, params);
    },
  },
  {
    request: scheduleRequests.create(schedule, "us-west-2", ""),
    call: "expiring",
    traits: ["sameAgain", "looksFirst", "elseSwept"],
    refusals: scheduleRefusals,
    prepare: async (world, params) => {
      setRole(world);
      const { input } = scheduleRequests.createGroup();
      const send = schedules.createScheduleGroup(input);
      const aws = await world.services.aws();
      const made = await aws.expiring(targetOf(params), scheduleRequests.createGroup(), send);
      assert.ok(made.ok, JSON.stringify(made));
      return {};
    },
    again: otherRule,
  },
  {
    request: scheduleRequests.update(schedule, "us-west-2", ""),
    call: "expiring",
    traits: ["sameAgain", "looksFirst", "goneIsWell"],
    refusals: scheduleRefusals,
    prepare: async (world, params) => {
      setRole(world);
      await ends(world, params);
      return {};
    },
    again: ruleThatEnds,
  },
  {
    request: scheduleRequests.remove(schedule.name),
    call: "expiring",
    traits: ["goneAgain", "looksFirst", "noBody", "goneIsWell"],
    refusals: scheduleRefusals,
    prepare: async (world, params) => {
      setRole(world);
      await ends(world, params);
      return { expires: null };
    },
    again: ruleThatEnds,
  },
];

function setRole(world: CommandWorld): void {
  Object.assign(world.settings, { expiryRoles: { "sandbox-vpc": "expiry" } });
}

/** The rule ends already, at another time than it will be given. */
async function ends(world: CommandWorld, params: Params): Promise<void> {
  const result = await world.run(setExpiry, { ...params, expires: earlier });
  assert.equal(result.outcome, "done", JSON.stringify(result));
}

/** Another rule in the place of the one whose end was set. */
async function otherRule(world: CommandWorld, params: Params): Promise<Params> {
  const target = targetOf(params);
  const read = await (await world.services.aws()).describeVpcRule(
    target,
    String(params["securityGroupRuleId"]),
  );
  const groupId = (read.ok && read.value[0]?.groupId) || assert.fail(JSON.stringify(read));
  await revokeRule(world, target, groupId);
  const { id } = await makeRule(world, target, groupId);
  return { ...params, securityGroupRuleId: id };
}

async function ruleThatEnds(world: CommandWorld, params: Params): Promise<Params> {
  const other = await otherRule(world, params);
  await ends(world, other);
  return other;
}

async function deleteGroup({ sandbox }: CommandWorld, { profile }: Target): Promise<void> {
  const { endpoint, region, profiles } = sandbox;
  const credentials = profiles.find(({ name }) => name === profile) ?? assert.fail(profile);
  const client = new SchedulerClient({ endpoint, region, credentials });
  await client.send(new DeleteScheduleGroupCommand({ Name: scheduleGroup })).catch((error: unknown) => {
    assert.ok(error instanceof ResourceNotFoundException, String(error));
  });
  client.destroy();
}

function targetOf({ profile, region }: Params): Target {
  return { profile: String(profile), region: String(region) };
}
