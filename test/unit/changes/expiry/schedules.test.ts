import assert from "node:assert/strict";
import {
  makeSchedule,
  moveSchedule,
  readSchedule,
  removeSchedule,
  withoutRules,
} from "../../../../src/changes/expiry/schedules";
import type { Failure } from "../../../../src/core/failures/failures";
import { failed, succeeded } from "../../../../src/core/outcome";
import { target } from "../../support/account";
import { denied, EndsAccount, hour, lost, noon, roleArn } from "../../support/endsAccount";
import { missing } from "../../support/scriptedScheduler";

const name = "ours";
const wanted = { name, at: noon + hour, groupId: "sg-a", ruleIds: ["sgr-1", "sgr-2"], roleArn };
const plan = (time: string, ...ids: readonly string[]) =>
  `at(2026-11-27T${time}) sg-a ${ids.join("+")} ${roleArn}`;
const planned = plan("13:00:00", "sgr-1", "sgr-2");
const done = succeeded(undefined);
/** What is said of a lost answer once a look has told. */
const nothingCame: Failure = {
  ...{ kind: "network", inDoubt: false },
  message: "No answer came. A look shows that nothing was changed.",
};
const doubtful = "The change may have been made all the same: refresh to see.";

function world() {
  const account = new EndsAccount();
  const { services } = account.services();
  return { account, services, sent: account.sent, scheduler: account.scheduler };
}

/** Somebody else's words in a schedule, in place of what was asked for. */
function changed(account: EndsAccount): () => void {
  return () => {
    const fields = account.scheduler.schedules.get(name) ?? assert.fail();
    account.scheduler.schedules.set(name, { ...fields, ScheduleExpressionTimezone: "Europe/Berlin" });
  };
}
const otherKept =
  "EventBridge Scheduler has kept another schedule than was asked for: ScheduleExpressionTimezone differ";

describe("a schedule that is made", () => {
  it("is read back, by a token that makes it once", async () => {
    const { scheduler, services, sent } = world();
    assert.deepEqual(await makeSchedule(target, wanted, services), done);
    assert.deepEqual(sent, ["CreateSchedule ours", "GetSchedule ours"]);
    assert.deepEqual(scheduler.plans, [planned]);
    assert.deepEqual(scheduler.tokens, [name]);
  });

  it("has its group made where there is none", async () => {
    const { scheduler, services, sent } = world();
    scheduler.hasGroup = false;
    assert.deepEqual(await makeSchedule(target, wanted, services), done);
    assert.deepEqual(sent, [
      "CreateSchedule ours",
      "CreateScheduleGroup elasticache-access",
      "CreateSchedule ours",
      "GetSchedule ours",
    ]);
    assert.deepEqual(scheduler.plans, [planned]);
  });

  it("finds the group that another window has made at that moment", async () => {
    const { account, scheduler, services } = world();
    scheduler.hasGroup = false;
    account.meanwhile["CreateScheduleGroup"] = () => {
      scheduler.hasGroup = true;
    };
    account.faults["CreateScheduleGroup"] = [{ kind: "invalidState", message: "It is there" }];
    assert.deepEqual(await makeSchedule(target, wanted, services), done);
  });

  it("is refused where its group is, and asks once", async () => {
    const { account, scheduler, services, sent } = world();
    scheduler.hasGroup = false;
    account.faults["CreateScheduleGroup"] = [denied];
    assert.deepEqual(await makeSchedule(target, wanted, services), failed(denied));
    assert.deepEqual(sent, ["CreateSchedule ours", "CreateScheduleGroup elasticache-access"]);
  });

  it("is made where the answer about its group alone was lost", async () => {
    const { account, scheduler, services } = world();
    scheduler.hasGroup = false;
    account.faults["CreateScheduleGroup"] = [{ after: lost }];
    assert.deepEqual(await makeSchedule(target, wanted, services), done);
    assert.deepEqual(scheduler.plans, [planned]);
  });

  it("is not there, and that is said for sure, where its group was never heard of again", async () => {
    const { account, scheduler, services } = world();
    scheduler.hasGroup = false;
    account.faults["CreateScheduleGroup"] = [lost];
    assert.deepEqual(await makeSchedule(target, wanted, services), failed(nothingCame));
  });

  it("says why itself where it is refused once its group is there", async () => {
    const { account, services, sent } = world();
    account.faults["CreateSchedule"] = [missing, denied];
    assert.deepEqual(await makeSchedule(target, wanted, services), failed(denied));
    assert.deepEqual(sent.slice(2), ["CreateSchedule ours"]);
  });

  it("is looked for where the second answer was lost too, whatever became of its group", async () => {
    const { account, services } = world();
    account.faults["CreateSchedule"] = [missing, { after: lost }];
    account.faults["CreateScheduleGroup"] = [lost];
    assert.deepEqual(await makeSchedule(target, wanted, services), done);
  });

  it("is refused for any other reason, and no group is made", async () => {
    const { account, services, sent } = world();
    account.faults["CreateSchedule"] = [denied];
    assert.deepEqual(await makeSchedule(target, wanted, services), failed(denied));
    assert.deepEqual(sent, ["CreateSchedule ours"]);
  });

  it("was made where a lost answer is looked after, and no group is made for what is in doubt", async () => {
    const { account, services, sent } = world();
    account.faults["CreateSchedule"] = [{ after: { ...lost, kind: "notFound" } }];
    assert.deepEqual(await makeSchedule(target, wanted, services), done);
    assert.deepEqual(sent, ["CreateSchedule ours", "GetSchedule ours"]);
  });

  it("was not made where a look after a lost answer finds none", async () => {
    const { account, services, sent } = world();
    account.faults["CreateSchedule"] = [lost];
    assert.deepEqual(await makeSchedule(target, wanted, services), failed(nothingCame));
    assert.deepEqual(sent, ["CreateSchedule ours", "GetSchedule ours"]);
  });

  it("is taken away where another was kept than was asked for, which is said by its fields", async () => {
    const { account, scheduler, services, sent } = world();
    account.meanwhile["GetSchedule"] = changed(account);
    const made = await makeSchedule(target, wanted, services);
    assert.deepEqual(made, failed({ kind: "unexpected", code: "ScheduleDiffers", message: otherKept }));
    assert.deepEqual(sent, ["CreateSchedule ours", "GetSchedule ours", "DeleteSchedule ours"]);
    assert.deepEqual(scheduler.plans, []);
  });

  it("is taken away where nobody could read it back, and is in doubt where that fails too", async () => {
    for (const [removal, message, isThere] of [
      [[], denied.message, false],
      [[denied], `It may not. ${doubtful}`, true],
    ] as const) {
      const { account, scheduler, services } = world();
      account.faults["GetSchedule"] = [denied];
      account.faults["DeleteSchedule"] = [...removal];
      const made = await makeSchedule(target, wanted, services);
      assert.deepEqual(made, failed({ ...denied, message, ...(isThere ? { inDoubt: true } : {}) }));
      assert.equal(scheduler.plans.length, isThere ? 1 : 0);
    }
  });

  it("is said not to be there where its answer was lost, nobody could look, and it was taken away", async () => {
    const { account, services, scheduler } = world();
    account.faults["CreateSchedule"] = [{ after: lost }];
    account.faults["GetSchedule"] = [denied];
    assert.deepEqual(await makeSchedule(target, wanted, services), failed(nothingCame));
    assert.deepEqual(scheduler.plans, []);
  });
});

describe("a schedule that is given another time", () => {
  const later = { ...wanted, at: noon + 2 * hour };
  const moved = plan("14:00:00", "sgr-1", "sgr-2");

  function there() {
    const made = world();
    made.account.schedule(name, wanted.at, ...wanted.ruleIds);
    return made;
  }

  it("is read back, by a token of its own each time", async () => {
    const { scheduler, services, sent } = there();
    assert.deepEqual(await moveSchedule(target, later, services), done);
    assert.deepEqual(sent, ["UpdateSchedule ours", "GetSchedule ours"]);
    assert.deepEqual(scheduler.plans, [moved]);
    await moveSchedule(target, { ...later, name }, services);
    const [first = "", second = ""] = scheduler.tokens;
    assert.match(first, /^ours-[0-9a-f-]{36}$/);
    assert.notEqual(first, second);
  });

  it("has the end of its name in the token, which has room for 64 characters", async () => {
    const { account, scheduler, services } = world();
    const long = "elasticache-access-0123456789abcdef";
    account.schedule(long, wanted.at, "sgr-1");
    await moveSchedule(target, { ...later, name: long }, services);
    assert.match(scheduler.tokens.join(), /^0123456789abcdef-[0-9a-f-]{36}$/);
  });

  it("is as it was where that is refused, and is not looked at", async () => {
    const { account, scheduler, services, sent } = there();
    account.faults["UpdateSchedule"] = [denied];
    assert.deepEqual(await moveSchedule(target, later, services), failed(denied));
    assert.deepEqual(sent, ["UpdateSchedule ours"]);
    assert.deepEqual(scheduler.plans, [planned]);
  });

  it("was moved where a look after a lost answer finds it so", async () => {
    const { account, services } = there();
    account.faults["UpdateSchedule"] = [{ after: lost }];
    assert.deepEqual(await moveSchedule(target, later, services), done);
  });

  it("was not moved where a look finds it as it was, and that is said for sure", async () => {
    const { account, services } = there();
    account.faults["UpdateSchedule"] = [lost];
    assert.deepEqual(await moveSchedule(target, later, services), failed(nothingCame));
  });

  it("is in doubt where nobody could look", async () => {
    const { account, services } = there();
    account.faults["UpdateSchedule"] = [lost];
    account.faults["GetSchedule"] = [denied];
    assert.deepEqual(await moveSchedule(target, later, services), failed(lost));
    account.faults["GetSchedule"] = [denied];
    const doubted = { ...denied, inDoubt: true, message: `It may not. ${doubtful}` };
    assert.deepEqual(await moveSchedule(target, later, services), failed(doubted));
  });
});

describe("a schedule that is taken away", () => {
  function there() {
    const made = world();
    made.account.schedule(name, wanted.at, ...wanted.ruleIds);
    return made;
  }

  it("is gone, and one that has done its work was gone before", async () => {
    const { scheduler, services } = there();
    assert.deepEqual(await removeSchedule(target, name, services), done);
    assert.deepEqual(scheduler.plans, []);
    assert.deepEqual(await removeSchedule(target, name, services), done);
  });

  it("is there where that is refused, and is not looked for", async () => {
    const { account, services, sent } = there();
    account.faults["DeleteSchedule"] = [denied];
    assert.deepEqual(await removeSchedule(target, name, services), failed(denied));
    assert.deepEqual(sent, ["DeleteSchedule ours"]);
  });

  for (const [title, deletion, look, expected] of [
    ["is gone where a look after a lost answer finds none", { after: lost }, undefined, done],
    ["is there where a look after a lost answer finds it", lost, undefined, failed(nothingCame)],
    ["is in doubt where nobody could look", { after: lost }, denied, failed(lost)],
  ] as const) {
    it(title, async () => {
      const { account, services } = there();
      account.faults["DeleteSchedule"] = [deletion];
      account.faults["GetSchedule"] = look ? [look] : [];
      assert.deepEqual(await removeSchedule(target, name, services), expected);
    });
  }
});

describe("what a schedule says", () => {
  it("is when it revokes what, and by which role", async () => {
    const { account, services } = world();
    account.schedule(name, wanted.at, "sgr-1", "sgr-2");
    const { name: _, ...rest } = wanted;
    assert.deepEqual(await readSchedule(target, name, services), succeeded(rest));
  });

  it("is why it cannot be read", async () => {
    const { account, services } = world();
    assert.deepEqual(await readSchedule(target, name, services), failed(missing));
    account.faults["GetSchedule"] = [denied];
    assert.deepEqual(await readSchedule(target, name, services), failed(denied));
  });

  const kept = () => {
    const made = world();
    made.account.schedule(name, wanted.at, "sgr-1");
    return { ...made, fields: made.scheduler.schedules.get(name) ?? assert.fail() };
  };
  const target_ = kept().fields.Target;
  for (const [title, more] of [
    ["what it calls", { Target: { ...target_, Input: "{}" } }],
    ["when, which is every hour", { ScheduleExpression: "rate(1 hour)" }],
    ["when, behind something else", { ScheduleExpression: "not at(2026-11-27T13:00:00)" }],
    ["when, before something else", { ScheduleExpression: "at(2026-11-27T13:00:00) or later" }],
  ] as const) {
    it(`is nothing of ours by ${title}`, async () => {
      const { scheduler, services, fields } = kept();
      scheduler.schedules.set(name, { ...fields, ...more });
      assert.deepEqual(await readSchedule(target, name, services), succeeded(undefined));
    });
  }

  for (const [title, answer] of [
    ["nothing at all", { Name: name }],
    [
      "no role",
      { Name: name, ScheduleExpression: "at(2026-11-27T13:00:00)", Target: { Input: target_.Input } },
    ],
  ] as const) {
    it(`is nothing of ours where it says ${title}`, async () => {
      const { services } = world();
      const getSchedule = () => async () => ({ proof: { value: answer }, $metadata: {} });
      const schedules = async () => ({ ...(await services.schedules()), getSchedule });
      assert.deepEqual(await readSchedule(target, name, { ...services, schedules }), succeeded(undefined));
    });
  }
});

describe("rules that leave their schedule", () => {
  function there(...ids: readonly string[]) {
    const made = world();
    made.account.schedule(name, wanted.at, ...ids);
    return made;
  }

  it("leave it to the others, at its time", async () => {
    const { services, scheduler } = there("sgr-1", "sgr-2", "sgr-3");
    assert.deepEqual(await withoutRules(target, name, ["sgr-1", "sgr-3"], services), done);
    assert.deepEqual(scheduler.plans, [plan("13:00:00", "sgr-2")]);
  });

  it("take it along where it has no others, or is none of ours", async () => {
    const { services, scheduler, sent } = there("sgr-1", "sgr-2");
    assert.deepEqual(await withoutRules(target, name, ["sgr-1", "sgr-2"], services), done);
    assert.deepEqual(scheduler.plans, []);
    assert.deepEqual(sent, ["GetSchedule ours", "DeleteSchedule ours"]);
    const other = there("sgr-1", "sgr-2");
    const fields = other.scheduler.schedules.get(name) ?? assert.fail();
    other.scheduler.schedules.set(name, { ...fields, ScheduleExpression: "rate(1 hour)" });
    assert.deepEqual(await withoutRules(target, name, ["sgr-1"], other.services), done);
    assert.deepEqual(other.scheduler.plans, []);
  });

  it("have left one that is gone, and none that cannot be read", async () => {
    const { account, services, sent } = world();
    assert.deepEqual(await withoutRules(target, name, ["sgr-1"], services), done);
    account.faults["GetSchedule"] = [denied];
    assert.deepEqual(await withoutRules(target, name, ["sgr-1"], services), failed(denied));
    assert.deepEqual(sent, ["GetSchedule ours", "GetSchedule ours"]);
  });
});
