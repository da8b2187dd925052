import assert from "node:assert/strict";
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateTagsCommand,
  DeleteTagsCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
} from "@aws-sdk/client-ec2";
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { sandboxForEach } from "./sandboxUnderTest";

const minute = 60_000;
const role = "arn:aws:iam::111122223333:role/expiry";
const who = { profile: "sandbox-vpc" };

function at(time: number): string {
  return `at(${new Date(time).toISOString().slice(0, 19)})`;
}

describe("the sandbox's EventBridge Scheduler", () => {
  const test = sandboxForEach();
  const scheduler = () => test.scheduler(who);
  const ec2 = () => test.ec2(who);

  async function madeRule(): Promise<{ readonly groupId: string; readonly ruleId: string }> {
    const { SecurityGroups = [] } = await ec2().send(new DescribeSecurityGroupsCommand({}));
    const groupId = SecurityGroups[0]?.GroupId ?? assert.fail();
    const { SecurityGroupRules = [] } = await ec2().send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId: groupId,
        IpPermissions: [
          { IpProtocol: "tcp", FromPort: 6379, ToPort: 6379, IpRanges: [{ CidrIp: "192.0.2.0/24" }] },
        ],
        TagSpecifications: [{ ResourceType: "security-group-rule", Tags: [{ Key: "team", Value: "a" }] }],
      }),
    );
    return { groupId, ruleId: SecurityGroupRules[0]?.SecurityGroupRuleId ?? assert.fail() };
  }

  async function isThere(ruleId: string): Promise<boolean> {
    const { SecurityGroupRules = [] } = await ec2().send(
      new DescribeSecurityGroupRulesCommand({
        Filters: [{ Name: "security-group-rule-id", Values: [ruleId] }],
      }),
    );
    return SecurityGroupRules.length > 0;
  }

  function input(
    { groupId, ruleId }: { readonly groupId: string; readonly ruleId: string },
    given: Partial<CreateScheduleCommandInput> = {},
  ): CreateScheduleCommandInput {
    return {
      Name: "end",
      ScheduleExpression: at(test.sandbox.now() + 10 * minute),
      FlexibleTimeWindow: { Mode: "OFF" },
      ActionAfterCompletion: "DELETE",
      Target: {
        Arn: "arn:aws:scheduler:::aws-sdk:ec2:revokeSecurityGroupIngress",
        RoleArn: role,
        Input: JSON.stringify({ GroupId: groupId, SecurityGroupRuleIds: [ruleId] }),
      },
      ...given,
    };
  }

  it("revokes by rule id when its time has come, and deletes the schedule", async () => {
    const rule = await madeRule();
    const { ScheduleArn } = await scheduler().send(new CreateScheduleCommand(input(rule)));
    assert.equal(ScheduleArn, "arn:aws:scheduler:us-west-2:111122223333:schedule/default/end");
    test.sandbox.advance(9 * minute);
    assert.equal(await isThere(rule.ruleId), true);
    test.sandbox.advance(minute + 1000);
    assert.equal(await isThere(rule.ruleId), false);
    await assert.rejects(scheduler().send(new GetScheduleCommand({ Name: "end" })), {
      name: "ResourceNotFoundException",
    });
  });

  it("gives back what it was told, and what it adds", async () => {
    const rule = await madeRule();
    await scheduler().send(new CreateScheduleGroupCommand({ Name: "ours" }));
    const given = input(rule, {
      GroupName: "ours",
      ScheduleExpression: at(test.sandbox.now() + 130 * minute),
      ScheduleExpressionTimezone: "Europe/Paris",
      Description: "Why",
    });
    await scheduler().send(new CreateScheduleCommand(given));
    const got = await scheduler().send(new GetScheduleCommand({ Name: "end", GroupName: "ours" }));
    assert.equal(got.ScheduleExpression, given.ScheduleExpression);
    assert.equal(got.ScheduleExpressionTimezone, "Europe/Paris");
    assert.equal(got.ActionAfterCompletion, "DELETE");
    assert.equal(got.State, "ENABLED");
    assert.equal(got.Description, "Why");
    assert.deepEqual(got.Target, {
      ...given.Target,
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
    });
    assert.ok(got.CreationDate instanceof Date);
    const { Schedules = [] } = await scheduler().send(new ListSchedulesCommand({ GroupName: "ours" }));
    assert.deepEqual(
      Schedules.map(({ Name }) => Name),
      ["end"],
    );
  });

  it("reads a time in the zone that is named", async () => {
    const rule = await madeRule();
    const expression = at(test.sandbox.now() + 130 * minute);
    const zone = { ScheduleExpression: expression, ScheduleExpressionTimezone: "Etc/GMT-2" };
    await scheduler().send(new CreateScheduleCommand(input(rule, zone)));
    test.sandbox.advance(9 * minute);
    assert.equal(await isThere(rule.ruleId), true);
    test.sandbox.advance(2 * minute);
    assert.equal(await isThere(rule.ruleId), false);
  });

  it("is moved by an update, not by one that is late, and deleted before its time", async () => {
    const rule = await madeRule();
    await scheduler().send(new CreateScheduleCommand(input(rule)));
    const next = input(rule, { ScheduleExpression: at(test.sandbox.now() + 20 * minute) });
    await scheduler().send(new UpdateScheduleCommand(next));
    test.sandbox.advance(15 * minute);
    assert.equal(await isThere(rule.ruleId), true);
    await scheduler().send(new DeleteScheduleCommand({ Name: "end" }));
    test.sandbox.advance(60 * minute);
    assert.equal(await isThere(rule.ruleId), true);
    await assert.rejects(scheduler().send(new UpdateScheduleCommand(input(rule))), {
      name: "ResourceNotFoundException",
    });
  });

  it("keeps one that is not to go, and does nothing twice", async () => {
    const rule = await madeRule();
    await scheduler().send(new CreateScheduleCommand(input(rule, { ActionAfterCompletion: "NONE" })));
    test.sandbox.advance(11 * minute);
    assert.equal(await isThere(rule.ruleId), false);
    assert.equal((await scheduler().send(new GetScheduleCommand({ Name: "end" }))).Name, "end");
  });

  it("does nothing where the rule is gone, was disabled, or is told to fail", async () => {
    const rule = await madeRule();
    await scheduler().send(new CreateScheduleCommand(input(rule, { Name: "off", State: "DISABLED" })));
    await scheduler().send(new CreateScheduleCommand(input({ ...rule, ruleId: "sgr-0123456789abcdef0" })));
    test.sandbox.advance(11 * minute);
    assert.equal(await isThere(rule.ruleId), true);
    await scheduler().send(new CreateScheduleCommand(input(rule)));
    test.sandbox.setFaults([{ action: "FireSchedule", code: "AccessDenied" }]);
    test.sandbox.advance(11 * minute);
    assert.equal(await isThere(rule.ruleId), true);
  });

  it("makes one schedule of a request that is made twice with its token, and refuses another of its name", async () => {
    const rule = await madeRule();
    const once = input(rule, { ClientToken: "a" });
    await scheduler().send(new CreateScheduleCommand(once));
    await scheduler().send(new CreateScheduleCommand(once));
    await assert.rejects(scheduler().send(new CreateScheduleCommand({ ...once, ClientToken: "b" })), {
      name: "ConflictException",
    });
  });

  it("refuses what the service refuses", async () => {
    const rule = await madeRule();
    const good = input(rule);
    const target = good.Target ?? assert.fail();
    const wrong: readonly Partial<CreateScheduleCommandInput>[] = [
      { Name: "two words" },
      { Name: "n".repeat(65) },
      { ScheduleExpression: at(test.sandbox.now() - minute) },
      { ScheduleExpression: "at(2026-13-01T00:00:00)" },
      { ScheduleExpression: "at(2099-01-01T00:00:00Z)" },
      { ScheduleExpression: "soon" },
      { ScheduleExpressionTimezone: "Mars/Olympus" },
      { FlexibleTimeWindow: { Mode: "FLEXIBLE" } },
      { FlexibleTimeWindow: { Mode: "OFF", MaximumWindowInMinutes: 5 } },
      { Target: { ...target, Input: "{" } },
      { Target: { ...target, RoleArn: "expiry" } },
      { Target: { ...target, RetryPolicy: { MaximumRetryAttempts: 186 } } },
      { ClientToken: "a b" },
    ];
    for (const each of wrong) {
      await assert.rejects(
        scheduler().send(new CreateScheduleCommand({ ...good, ...each })),
        { name: "ValidationException" },
        JSON.stringify(each),
      );
    }
    const refusals = [
      [{ GroupName: "nowhere" }, "ResourceNotFoundException"],
      [{ Target: { ...target, RoleArn: role.replace("1111", "9999") } }, "AccessDeniedException"],
    ] as const;
    for (const [each, name] of refusals) {
      await assert.rejects(scheduler().send(new CreateScheduleCommand({ ...good, ...each })), { name });
    }
  });

  it("asks whether the role may be passed on", async () => {
    const rule = await madeRule();
    test.sandbox.setFaults([{ action: "PassRole", code: "AccessDenied" }]);
    await assert.rejects(scheduler().send(new CreateScheduleCommand(input(rule))), {
      name: "AccessDeniedException",
      message: /iam:PassRole/,
    });
  });

  it("has groups, and deletes with one what is in it", async () => {
    const rule = await madeRule();
    await scheduler().send(new CreateScheduleGroupCommand({ Name: "ours" }));
    await assert.rejects(scheduler().send(new CreateScheduleGroupCommand({ Name: "ours" })), {
      name: "ConflictException",
    });
    await scheduler().send(new CreateScheduleCommand(input(rule, { GroupName: "ours" })));
    assert.equal((await scheduler().send(new GetScheduleGroupCommand({ Name: "ours" }))).State, "ACTIVE");
    const { ScheduleGroups = [] } = await scheduler().send(new ListScheduleGroupsCommand({}));
    assert.deepEqual(
      ScheduleGroups.map(({ Name }) => Name),
      ["default", "ours"],
    );
    await scheduler().send(new DeleteScheduleGroupCommand({ Name: "ours" }));
    await assert.rejects(scheduler().send(new ListSchedulesCommand({ GroupName: "ours" })), {
      name: "ResourceNotFoundException",
    });
    await assert.rejects(scheduler().send(new DeleteScheduleGroupCommand({ Name: "default" })), {
      name: "ValidationException",
    });
  });

  it("lists in pages", async () => {
    const rule = await madeRule();
    for (const name of ["a", "b", "c"]) {
      await scheduler().send(new CreateScheduleCommand(input(rule, { Name: name })));
    }
    const first = await scheduler().send(new ListSchedulesCommand({ MaxResults: 2 }));
    const second = await scheduler().send(
      new ListSchedulesCommand({ MaxResults: 2, NextToken: first.NextToken }),
    );
    const names = [...(first.Schedules ?? []), ...(second.Schedules ?? [])].map(({ Name }) => Name);
    assert.deepEqual(names, ["a", "b", "c"]);
    assert.equal(second.NextToken, undefined);
  });

  it("checks signatures as the others do, and fails as it is told", async () => {
    const wrong = test.scheduler({ ...who, secretAccessKey: "wrong" });
    await assert.rejects(wrong.send(new ListSchedulesCommand({})), { name: "InvalidSignatureException" });
    const nobody = test.scheduler({ ...who, accessKeyId: "AKIANOBODY" });
    await assert.rejects(nobody.send(new ListSchedulesCommand({})), { name: "UnrecognizedClientException" });
    test.sandbox.setFaults([{ action: "*", code: "Throttling" }]);
    await assert.rejects(scheduler().send(new ListSchedulesCommand({})), { name: "ThrottlingException" });
  });

  it("keeps each account and each region apart", async () => {
    const rule = await madeRule();
    await scheduler().send(new CreateScheduleCommand(input(rule)));
    for (const other of [{ profile: "sandbox-classic" }, { ...who, region: "eu-west-1" }]) {
      assert.deepEqual((await test.scheduler(other).send(new ListSchedulesCommand({}))).Schedules, []);
    }
  });

  it("tells of its time in each answer, and is moved on by a request of its own", async () => {
    const clock = `${test.sandbox.endpoint}/sandbox/clock`;
    const before = test.sandbox.now();
    const moved = await fetch(`${clock}?advance=P1D`, { method: "POST" });
    const { now } = await moved.json();
    assert.ok(Date.parse(now) - before >= 86_400_000 - 1000);
    const date = moved.headers.get("date") ?? "";
    assert.ok(Math.abs(Date.parse(date) - test.sandbox.now()) < 5_000, date);
    assert.equal((await fetch(`${clock}?advance=soon`, { method: "POST" })).status, 400);
    assert.equal((await fetch(clock)).status, 200);
  });

  it("has the tags of a rule added, and taken away by key or by key and value", async () => {
    const { ruleId } = await madeRule();
    const tags = async () => {
      const { SecurityGroupRules = [] } = await ec2().send(
        new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: "tag:team", Values: ["*"] }] }),
      );
      const rule = SecurityGroupRules.find(({ SecurityGroupRuleId: id }) => id === ruleId);
      return rule?.Tags?.map(({ Key, Value }) => `${Key}=${Value}`);
    };
    await ec2().send(new CreateTagsCommand({ Resources: [ruleId], Tags: [{ Key: "x", Value: "1" }] }));
    assert.deepEqual(await tags(), ["team=a", "x=1"]);
    await ec2().send(new DeleteTagsCommand({ Resources: [ruleId], Tags: [{ Key: "x", Value: "2" }] }));
    assert.deepEqual(await tags(), ["team=a", "x=1"]);
    await ec2().send(new DeleteTagsCommand({ Resources: [ruleId], Tags: [{ Key: "x" }] }));
    assert.deepEqual(await tags(), ["team=a"]);
  });
});
