import assert from "node:assert/strict";
import { giveEnd, hasSchedule, takeEndAway } from "../../../../src/changes/expiry/moveEnd";
import { type End, expiryTags } from "../../../../src/core/expiry/expiry";
import { failed, succeeded } from "../../../../src/core/outcome";
import type { Rule } from "../../../../src/core/rules/rule";
import { target } from "../../support/account";
import {
  denied,
  EndsAccount,
  hour,
  inAnHour,
  lost,
  noon,
  roleArn,
  ruleThatEnds,
  withRole,
} from "../../support/endsAccount";
import { missing } from "../../support/scriptedScheduler";

const at = noon + hour;
const before: End = { at: noon + 2 * hour, by: "schedule", scheduleName: "old" };
const swept: End = { at: before.at, by: "sweep" };
const bySweep: End = { at, by: "sweep" };
const plan = (time: string, ...ids: readonly string[]) =>
  `at(2026-11-27T${time}:00:00) sg-a ${ids.join("+")} ${roleArn}`;
const changedAllTheSame = "It may not. Its schedule was changed all the same: Set Expiry sets both anew.";
const look = "A look shows that nothing was changed.";

/** A rule with the end, and the schedule that it names, which may have others' rules too. */
function world(end?: End, others: readonly string[] = [], settings = withRole) {
  const rule = ruleThatEnds(1, end, {});
  const account = new EndsAccount({ ...rule, tags: { ...rule.tags, team: "shop" } });
  account.settings = settings;
  if (end?.scheduleName !== undefined) {
    account.schedule(end.scheduleName, end.at, "sgr-1", ...others);
  }
  const { services } = account.services();
  const { sent, scheduler, faults } = account;
  const tags = () => ({ ...account.tags("sgr-1") });
  return {
    ...{ account, services, sent, scheduler, faults, tags },
    give: () => giveEnd(target, rule, end, at, services),
    takeAway: (known: Rule = rule) => takeEndAway(target, known, end, services),
  };
}

/** The tags of an end, beside one of the user's own. */
const tagsOf = ({ at: time, by, scheduleName }: End) => ({
  team: "shop",
  [expiryTags.expires]: new Date(time).toISOString(),
  [expiryTags.by]: by,
  ...(scheduleName === undefined ? {} : { [expiryTags.schedule]: scheduleName }),
});

describe("a rule that is given an end", () => {
  it("is tagged for this extension where no role is set", async () => {
    const { give, sent, tags } = world(undefined, [], {});
    assert.deepEqual(await give(), succeeded(bySweep));
    assert.deepEqual(sent, ["CreateTags sg-a sgr-1"]);
    assert.deepEqual(tags(), tagsOf(bySweep));
  });

  it("has its schedule made before it is tagged", async () => {
    const { give, sent, tags, scheduler } = world();
    const given = await give();
    assert.deepEqual(sent, [
      "GetCallerIdentity",
      "CreateSchedule new",
      "GetSchedule new",
      "CreateTags sg-a sgr-1",
    ]);
    const [scheduleName = ""] = scheduler.schedules.keys();
    assert.match(scheduleName, /^elasticache-access-[0-9a-f]{16}$/);
    assert.deepEqual(given, succeeded({ at, by: "schedule", scheduleName }));
    assert.deepEqual(tags(), tagsOf({ at, by: "schedule", scheduleName }));
    assert.deepEqual(scheduler.plans, [plan("13", "sgr-1")]);
  });

  it("has its own schedule moved", async () => {
    const { give, sent, tags, scheduler } = world(before);
    assert.deepEqual(await give(), succeeded({ ...before, at }));
    assert.deepEqual(sent, [
      "GetSchedule old",
      "UpdateSchedule old",
      "GetSchedule old",
      "CreateTags sg-a sgr-1",
    ]);
    assert.deepEqual(scheduler.plans, [plan("13", "sgr-1")]);
    assert.deepEqual(tags(), tagsOf({ ...before, at }));
  });

  it("leaves a schedule that is others' too, and has one of its own then", async () => {
    const { give, tags, scheduler } = world(before, ["sgr-2"]);
    const given = await give();
    assert.deepEqual(scheduler.plans, [plan("14", "sgr-2"), plan("13", "sgr-1")]);
    const [, scheduleName = ""] = scheduler.schedules.keys();
    assert.deepEqual(given, succeeded({ at, by: "schedule", scheduleName }));
    assert.equal(tags()[expiryTags.schedule], scheduleName);
  });

  it("leaves it to this extension where no role is set any more, and names no schedule then", async () => {
    const { give, tags, scheduler, sent } = world(before, ["sgr-2"], {});
    assert.deepEqual(await give(), succeeded(bySweep));
    assert.deepEqual(scheduler.plans, [plan("14", "sgr-2")]);
    assert.deepEqual(tags(), tagsOf(bySweep));
    assert.deepEqual(sent.slice(-2), ["CreateTags sg-a sgr-1", "DeleteTags sg-a sgr-1"]);
  });

  it("has a new schedule where the old one is gone, or goes at that moment", async () => {
    for (const gone of ["GetSchedule", "UpdateSchedule"]) {
      const { give, scheduler, account } = world(before);
      account.meanwhile[gone] = () => scheduler.schedules.delete("old");
      const given = await give();
      assert.deepEqual(scheduler.plans, [plan("13", "sgr-1")]);
      const [scheduleName = ""] = scheduler.schedules.keys();
      assert.deepEqual(given, succeeded({ at, by: "schedule", scheduleName }), gone);
    }
  });

  it("has a new schedule where the one it names is none of ours", async () => {
    const { give, scheduler } = world(before);
    const fields = scheduler.schedules.get("old") ?? assert.fail();
    scheduler.schedules.set("old", { ...fields, ScheduleExpression: "rate(1 hour)" });
    await give();
    assert.deepEqual(scheduler.plans, [plan("13", "sgr-1")]);
  });

  for (const [title, action, others] of [
    ["cannot be read", "GetSchedule", []],
    ["cannot be moved", "UpdateSchedule", []],
    ["cannot be left", "UpdateSchedule", ["sgr-2"]],
  ] as const) {
    it(`is as it was where its schedule ${title}`, async () => {
      const { give, scheduler, tags, sent, faults } = world(before, others);
      faults[action] = [denied];
      assert.deepEqual(await give(), failed(denied));
      assert.deepEqual(scheduler.plans, [plan("14", "sgr-1", ...others)]);
      assert.deepEqual(tags(), tagsOf(before));
      assert.equal(sent.at(-1), `${action} old`);
    });
  }

  it("has no second schedule where nobody knows whether the first was moved", async () => {
    const { give, scheduler, tags, account } = world(before);
    const failure = { ...missing, inDoubt: true };
    account.faults["UpdateSchedule"] = [failure];
    account.faults["GetSchedule"] = [];
    account.meanwhile["UpdateSchedule"] = () => {
      account.faults["GetSchedule"] = [denied];
    };
    assert.deepEqual(await give(), failed(failure));
    assert.deepEqual([...scheduler.schedules.keys()], ["old"]);
    assert.deepEqual(tags(), tagsOf(before));
  });

  it("is left to this extension where a schedule is refused, and why is known", async () => {
    const { give, services, tags, faults } = world();
    faults["CreateSchedule"] = [denied];
    assert.deepEqual(await give(), succeeded(bySweep));
    assert.deepEqual(services.expiry.insteadOfSchedule(target, "sgr-1"), denied);
    assert.deepEqual(tags(), tagsOf(bySweep));
  });

  it("is not tagged where a schedule may be there that nobody could read", async () => {
    const { give, tags, faults } = world();
    faults["CreateSchedule"] = [{ after: lost }];
    faults["GetSchedule"] = [denied];
    faults["DeleteSchedule"] = [denied];
    assert.deepEqual(await give(), failed(lost));
    assert.deepEqual(tags(), { team: "shop" });
  });
});

describe("a rule that cannot be tagged with its end", () => {
  it("says so, and no schedule is asked for where there is none", async () => {
    for (const failure of [denied, lost]) {
      const { give, sent, faults } = world(undefined, [], {});
      faults["CreateTags"] = [failure];
      assert.deepEqual(await give(), failed(failure));
      assert.deepEqual(sent, ["CreateTags sg-a sgr-1"]);
    }
  });

  it("has no schedule then, and nothing was changed", async () => {
    const { give, scheduler, faults } = world();
    faults["CreateTags"] = [denied];
    assert.deepEqual(await give(), failed(denied));
    assert.deepEqual(scheduler.plans, []);
  });

  it("has its schedule's time again, and nothing was changed", async () => {
    const { give, scheduler, faults } = world(before);
    faults["CreateTags"] = [denied];
    assert.deepEqual(await give(), failed(denied));
    assert.deepEqual(scheduler.plans, [plan("14", "sgr-1")]);
  });

  it("says that its schedule was changed where that could not be put back", async () => {
    const made = world();
    made.faults["CreateTags"] = [denied];
    made.faults["DeleteSchedule"] = [denied];
    const failure = failed({ ...denied, inDoubt: false, message: changedAllTheSame });
    assert.deepEqual(await made.give(), failure);
    assert.deepEqual(made.scheduler.plans, [plan("13", "sgr-1")]);

    const moved = world(before);
    moved.faults["CreateTags"] = [denied];
    moved.account.meanwhile["CreateTags"] = () => {
      moved.faults["UpdateSchedule"] = [denied];
    };
    assert.deepEqual(await moved.give(), failure);
    assert.deepEqual(moved.scheduler.plans, [plan("13", "sgr-1")]);
  });

  for (const settings of [withRole, {}]) {
    it(`says so where it has left the others' schedule, ${settings === withRole ? "with" : "without"} a role`, async () => {
      const { account, give, scheduler, faults } = world(before, ["sgr-2"], settings);
      faults["CreateTags"] = [denied];
      assert.deepEqual(await give(), failed({ ...denied, inDoubt: false, message: changedAllTheSame }));
      assert.deepEqual(scheduler.plans, [plan("14", "sgr-2")]);
      assert.deepEqual(account.sentTo("DeleteSchedule"), settings === withRole ? ["DeleteSchedule new"] : []);
    });
  }

  it("was tagged where a look after a lost answer finds it so", async () => {
    const { give, scheduler, faults } = world();
    faults["CreateTags"] = [{ after: lost }];
    const given = await give();
    const [scheduleName = ""] = scheduler.schedules.keys();
    assert.deepEqual(given, succeeded({ at, by: "schedule", scheduleName }));
    assert.deepEqual(scheduler.plans, [plan("13", "sgr-1")]);
  });

  it("was not where a look finds it as it was: the schedule is taken away, and that is said for sure", async () => {
    for (const end of [undefined, before]) {
      const { give, scheduler, faults } = world(end);
      faults["CreateTags"] = [lost];
      assert.deepEqual(await give(), failed({ ...lost, inDoubt: false, message: `No answer came. ${look}` }));
      assert.deepEqual(scheduler.plans, end ? [plan("14", "sgr-1")] : []);
    }
  });

  it("is in doubt where nobody could look, and is revoked all the same: the schedule stays", async () => {
    const { give, scheduler, faults } = world();
    faults["CreateTags"] = [lost];
    faults["DescribeSecurityGroupRules"] = [denied];
    assert.deepEqual(await give(), failed(lost));
    assert.deepEqual(scheduler.plans, [plan("13", "sgr-1")]);
  });

  it("was not where the rule is gone by then", async () => {
    const { give, scheduler, faults, account } = world();
    faults["CreateTags"] = [lost];
    account.meanwhile["DescribeSecurityGroupRules"] = () => scheduler.rules.clear();
    assert.deepEqual(await give(), failed({ ...lost, inDoubt: false, message: `No answer came. ${look}` }));
    assert.deepEqual(scheduler.plans, []);
  });

  it("says which tags are set where the name of the old schedule alone could not be taken away", async () => {
    const { give, faults, tags } = world(before, ["sgr-2"], {});
    faults["DeleteTags"] = [denied];
    const given = await give();
    assert.equal(
      given.ok ? "" : given.failure.message,
      "It may not. The tags with its end were set all the same: Set Expiry sets them anew. Its schedule was changed all the same: Set Expiry sets both anew.",
    );
    assert.deepEqual(tags(), tagsOf({ ...bySweep, scheduleName: "old" }));
  });
});

describe("a rule whose end is taken away", () => {
  it("keeps its other tags", async () => {
    const { takeAway, sent, tags } = world(swept);
    assert.deepEqual(await takeAway(), succeeded(undefined));
    assert.deepEqual(sent, ["DeleteTags sg-a sgr-1"]);
    assert.deepEqual(tags(), { team: "shop" });
  });

  it("leaves its schedule first, which stays for others", async () => {
    for (const others of [[], ["sgr-2"]]) {
      const { takeAway, sent, tags, scheduler } = world(before, others);
      assert.deepEqual(await takeAway(), succeeded(undefined));
      assert.equal(sent[0], "GetSchedule old");
      assert.equal(sent.at(-1), "DeleteTags sg-a sgr-1");
      assert.deepEqual(scheduler.plans, others.length > 0 ? [plan("14", "sgr-2")] : []);
      assert.deepEqual(tags(), { team: "shop" });
    }
  });

  it("is as it was where the schedule cannot be taken away", async () => {
    const { takeAway, faults, tags, scheduler } = world(before);
    faults["DeleteSchedule"] = [denied];
    assert.deepEqual(await takeAway(), failed(denied));
    assert.deepEqual(tags(), tagsOf(before));
    assert.equal(scheduler.plans.length, 1);
  });

  it("has no tags to lose where this window alone knows of it", async () => {
    const { services, sent } = world();
    const end: End = { at, by: "session" };
    assert.deepEqual(await takeEndAway(target, ruleThatEnds(1), end, services), succeeded(undefined));
    assert.deepEqual(sent, []);
  });

  it("loses the tags of an end that could not be read", async () => {
    const { services, sent } = world();
    assert.deepEqual(await takeEndAway(target, ruleThatEnds(1), undefined, services), succeeded(undefined));
    assert.deepEqual(sent, ["DeleteTags sg-a sgr-1"]);
  });

  it("says why where its tags cannot be taken away, and that its schedule is gone where it had one", async () => {
    for (const [end, expected] of [
      [swept, denied],
      [undefined, denied],
      [before, { ...denied, inDoubt: false, message: changedAllTheSame }],
    ] as const) {
      const { takeAway, faults, sent } = world(end);
      faults["DeleteTags"] = [denied];
      assert.deepEqual(await takeAway(), failed(expected));
      assert.equal(sent.at(-1), "DeleteTags sg-a sgr-1");
    }
  });

  it("is in doubt after a lost answer where it had no schedule: whoever asks looks", async () => {
    const { takeAway, faults, sent } = world(swept);
    faults["DeleteTags"] = [{ after: lost }];
    assert.deepEqual(await takeAway(), failed(lost));
    assert.deepEqual(sent, ["DeleteTags sg-a sgr-1"]);
  });

  for (const [title, answer, looks, expected] of [
    ["has none where a look after a lost answer finds none", { after: lost }, [], succeeded(undefined)],
    ["is in doubt where nobody could look", lost, [denied], failed(lost)],
    [
      "has its tags still where a look finds them, and its schedule is gone",
      lost,
      [],
      failed({ ...lost, inDoubt: false, message: changedAllTheSame.replace("It may not", "No answer came") }),
    ],
  ] as const) {
    it(title, async () => {
      const { takeAway, faults } = world(before);
      faults["DeleteTags"] = [answer];
      faults["DescribeSecurityGroupRules"] = [...looks];
      assert.deepEqual(await takeAway(), expected);
    });
  }
});

describe("whether a schedule is asked for anything", () => {
  for (const [title, item, settings, expected] of [
    ["where there is one", { before, expires: null }, {}, true],
    ["where one is to be made", { expires: inAnHour }, withRole, true],
    ["not where no role is set", { before: swept, expires: inAnHour }, {}, false],
    ["not where an end without one is taken away", { before: swept, expires: null }, withRole, false],
  ] as const) {
    it(`is known: ${title}`, async () => {
      const { services } = world(undefined, [], settings);
      assert.equal(await hasSchedule({ ...target, ...item }, services), expected);
    });
  }
});
