import assert from "node:assert/strict";
import {
  roleArn,
  rulesOfInput,
  scheduleDifferences,
  scheduleInput,
} from "../../../../src/core/expiry/schedule";

const schedule = {
  name: "elasticache-access-1",
  at: Date.parse("2026-11-25T18:30:00.001Z"),
  groupId: "sg-1",
  ruleIds: ["sgr-1", "sgr-2"],
  roleArn: "arn:aws:iam::111122223333:role/expiry",
};

describe("a schedule that revokes", () => {
  const input = scheduleInput(schedule, "us-west-2", "token");

  it("is for one moment in UTC, not before it, and deletes itself", () => {
    assert.equal(input.ScheduleExpression, "at(2026-11-25T18:30:01)");
    assert.equal(input.ScheduleExpressionTimezone, "UTC");
    assert.deepEqual(input.FlexibleTimeWindow, { Mode: "OFF" });
    assert.equal(input.ActionAfterCompletion, "DELETE");
    assert.equal(input.GroupName, "elasticache-access");
    assert.equal(input.ClientToken, "token");
    assert.equal(input.Name, "elasticache-access-1");
    assert.equal(input.State, "ENABLED");
    assert.equal(input.Description, "Revokes what ElastiCache Access has let in until then");
    assert.equal(input.Target.RoleArn, schedule.roleArn);
    // A day of tries, as many as EventBridge Scheduler makes.
    assert.deepEqual(input.Target.RetryPolicy, {
      MaximumEventAgeInSeconds: 86_400,
      MaximumRetryAttempts: 185,
    });
  });

  it("names the rules by their ids", () => {
    assert.equal(input.Target.Arn, "arn:aws:scheduler:::aws-sdk:ec2:revokeSecurityGroupIngress");
    assert.equal(input.Target.Input, '{"GroupId":"sg-1","SecurityGroupRuleIds":["sgr-1","sgr-2"]}');
    assert.deepEqual(rulesOfInput(input.Target.Input), { groupId: "sg-1", ruleIds: ["sgr-1", "sgr-2"] });
    assert.equal(rulesOfInput('{"GroupId":"sg-1"}'), undefined);
    for (const other of [
      ...[
        "rules",
        "",
        "null",
        "7",
        "[]",
        '{"SecurityGroupRuleIds":["sgr-1"]}',
        '{"GroupId":7,"SecurityGroupRuleIds":[]}',
      ],
      ...[
        '{"GroupId":"sg-1","SecurityGroupRuleIds":"sgr-1"}',
        '{"GroupId":"sg-1","SecurityGroupRuleIds":["sgr-1",7]}',
      ],
    ]) {
      assert.equal(rulesOfInput(other), undefined, other);
    }
    assert.equal(rulesOfInput(undefined), undefined);
  });

  it("is in the region's partition", () => {
    const arn = (region: string) => scheduleInput(schedule, region, "").Target.Arn;
    assert.match(arn("cn-north-1"), /^arn:aws-cn:scheduler:/);
    assert.equal(
      roleArn("expiry", "111122223333", "us-gov-west-1"),
      "arn:aws-us-gov:iam::111122223333:role/expiry",
    );
    assert.equal(roleArn("/team/expiry", "1", "us-west-2"), "arn:aws:iam::1:role/team/expiry");
    assert.equal(roleArn(schedule.roleArn, "1", "us-west-2"), schedule.roleArn);
  });

  it("is compared with what is read back, each field that counts", () => {
    assert.deepEqual(scheduleDifferences(input, input), []);
    const spelled = '{"SecurityGroupRuleIds":["sgr-1","sgr-2"], "GroupId":"sg-1"}';
    assert.deepEqual(
      scheduleDifferences(input, { ...input, Target: { ...input.Target, Input: spelled } }),
      [],
    );
    const other = {
      ScheduleExpression: "at(2026-11-25T18:30:02)",
      ScheduleExpressionTimezone: "Europe/Paris",
      State: "DISABLED",
      ActionAfterCompletion: "NONE",
      FlexibleTimeWindow: { Mode: "FLEXIBLE" },
      Target: { Arn: "a", RoleArn: "b", Input: '{"GroupId":"sg-1","SecurityGroupRuleIds":["sgr-1"]}' },
    };
    const fields = [
      ...["ScheduleExpression", "ScheduleExpressionTimezone", "State", "ActionAfterCompletion"],
      ...["FlexibleTimeWindow", "Target.Arn", "Target.RoleArn", "Target.Input"],
    ];
    assert.deepEqual(scheduleDifferences(input, other), fields);
    assert.deepEqual(scheduleDifferences(input, {}), fields);
    const target = (Input: string) => ({ ...input, Target: { ...input.Target, Input } });
    for (const changed of ["rules", '{"GroupId":"sg-2","SecurityGroupRuleIds":["sgr-1","sgr-2"]}']) {
      assert.deepEqual(scheduleDifferences(input, target(changed)), ["Target.Input"]);
    }
  });
});
