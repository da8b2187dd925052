import assert from "node:assert/strict";
import {
  endMessage,
  expiryOfRules,
  foundRules,
  makeRules,
  takeEndAlong,
} from "../../../../src/changes/expiry/rulesThatEnd";
import { momentWords } from "../../../../src/core/expiry/endWords";
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

const at = noon + hour;
const sweep: End = { at, by: "sweep" };
const session: End = { at, by: "session" };
const scheduled: End = { at, by: "schedule", scheduleName: "old" };
const { id: _, groupId: __, tags: ___, ...content } = ruleThatEnds(1);
const item = { ...target, groupId: "sg-a", rules: [content], tags: { team: "shop" }, expires: inAnHour };
const { expires: ____, ...endless } = item;
const untaggable = { ...item, mayTag: false };

function world(settings: EndsAccount["settings"] = {}, ...rules: readonly Rule[]) {
  const account = new EndsAccount(...rules);
  account.settings = settings;
  const { services } = account.services();
  return { account, services, sent: account.sent, scheduler: account.scheduler };
}
/** What this machine remembers where a rule is to be made, or of one. */
const kinds = ({ memory }: EndsAccount) =>
  memory.entries.map((entry) => (entry.kind === "rule" ? `${entry.ruleId} by ${entry.by}` : entry.kind));

describe("rules that are made to end", () => {
  it("have the end in their tags beside those that were asked for, and are remembered", async () => {
    const { account, services, sent } = world();
    const before: string[] = [];
    account.meanwhile["AuthorizeSecurityGroupIngress"] = () => before.push(...kinds(account));
    const made = await makeRules(item, services);
    const tags = {
      ...{ team: "shop", [expiryTags.expires]: "2026-11-27T13:00:00.000Z" },
      [expiryTags.by]: "sweep",
    };
    assert.deepEqual(made, succeeded([{ ...content, id: "sgr-made-1", groupId: "sg-a", tags }]));
    assert.deepEqual(sent, ["AuthorizeSecurityGroupIngress sg-a"]);
    assert.deepEqual(before, ["target"], "the next window looks there where this one is killed now");
    assert.deepEqual(kinds(account), ["sgr-made-1 by sweep"]);
  });

  it("name their schedule in their tags, and have it then", async () => {
    const { services, sent, scheduler } = world(withRole);
    const made = await makeRules(item, services);
    const [rule] = made.ok ? made.value : [];
    assert.equal(rule?.tags[expiryTags.schedule], [...scheduler.schedules.keys()].join());
    assert.deepEqual(sent, [
      ...["GetCallerIdentity", "AuthorizeSecurityGroupIngress sg-a"],
      ...["CreateSchedule new", "GetSchedule new"],
    ]);
    assert.deepEqual(scheduler.plans, [`at(2026-11-27T13:00:00) sg-a sgr-made-1 ${roleArn}`]);
  });

  it("have no tags of an end where they may have none: this window alone knows of it", async () => {
    const { account, services } = world(withRole);
    const before: string[] = [];
    account.meanwhile["AuthorizeSecurityGroupIngress"] = () => before.push(...kinds(account));
    const made = await makeRules({ ...untaggable, tags: {} }, services);
    const rule = { ...content, id: "sgr-made-1", groupId: "sg-a", tags: {} };
    assert.deepEqual(made, succeeded([rule]));
    assert.deepEqual(before, []);
    assert.deepEqual(services.expiry.ofRule(target, rule), session);
  });

  it("are made as they are without an end", async () => {
    const { account, services } = world(withRole);
    const made = await makeRules(endless, services);
    assert.deepEqual(made.ok && made.value[0]?.tags, { team: "shop" });
    assert.deepEqual([kinds(account), account.sentTo("CreateSchedule")], [[], []]);
  });

  it("are not sent where the end is over, or the profile's setting is against it", async () => {
    const { services, sent } = world({ longestExpiry: { dev: "PT30M" } });
    const over = await makeRules({ ...item, expires: { kind: "at", at: noon } }, services);
    assert.match(over.ok ? "" : over.failure.message, /^expires is over already/);
    const none = await makeRules(endless, services);
    assert.match(none.ok ? "" : none.failure.message, /expires is missing/);
    assert.deepEqual(sent, []);
  });

  it("that are refused have no schedule, and nothing is remembered of them", async () => {
    const { account, services, scheduler } = world(withRole);
    account.faults["AuthorizeSecurityGroupIngress"] = [denied];
    assert.deepEqual(await makeRules(item, services), failed(denied));
    assert.deepEqual([scheduler.plans, kinds(account)], [[], []]);
    account.faults["AuthorizeSecurityGroupIngress"] = [{ after: lost }];
    assert.deepEqual(await makeRules(item, services), failed(lost));
    assert.deepEqual(kinds(account), ["target"], "they may be there");
  });

  it("say that a look has found them, where it has", async () => {
    const { services } = world();
    const rules = [ruleThatEnds(1, sweep)];
    const found = { ok: true, value: { rules }, requestId: "r-1", found: true } as const;
    const aws = async () => ({ ...(await services.aws()), authorizeVpcIngress: async () => found });
    assert.deepEqual(await makeRules(item, { ...services, aws }), { ...found, value: rules });
  });
});

describe("rules that a look has found made", () => {
  it("are as they are where they are to have no end", async () => {
    const { account, services } = world();
    const rules = [ruleThatEnds(1)];
    assert.equal(await foundRules(endless, rules, services), rules);
    assert.deepEqual(kinds(account), []);
  });

  it("end with this window where they could not be tagged", async () => {
    const { account, services } = world();
    const rules = [ruleThatEnds(1)];
    assert.equal(await foundRules(untaggable, rules, services), rules);
    assert.deepEqual(kinds(account), ["sgr-1 by session"]);
    assert.deepEqual(services.expiry.session(), [{ ...target, groupId: "sg-a", ruleId: "sgr-1", at }]);
  });

  it("are ours by their tags, and remembered", async () => {
    const { account, services, sent } = world(withRole);
    const rules = [ruleThatEnds(1, sweep), ruleThatEnds(2, sweep)];
    assert.deepEqual(await foundRules(item, rules, services), rules);
    assert.deepEqual(kinds(account), ["sgr-1 by sweep", "sgr-2 by sweep"]);
    assert.deepEqual(sent, [], "no schedule is theirs");
  });

  it("have the schedule made that their tags name", async () => {
    const { services, scheduler } = world(withRole);
    const rules = [ruleThatEnds(1, scheduled), ruleThatEnds(2, scheduled)];
    assert.deepEqual(await foundRules(item, rules, services), rules);
    assert.deepEqual(scheduler.plans, [`at(2026-11-27T13:00:00) sg-a sgr-1+sgr-2 ${roleArn}`]);
    assert.deepEqual([...scheduler.schedules.keys()], ["old"]);
  });

  it("are left as they are where no role is known any more", async () => {
    const { account, services, sent } = world();
    const rules = [ruleThatEnds(1, scheduled)];
    assert.deepEqual(await foundRules(item, rules, services), rules);
    assert.deepEqual([sent, kinds(account)], [[], ["sgr-1 by schedule"]]);
  });

  for (const [title, ...rules] of [
    ["say no end", ruleThatEnds(1)],
    ["say no end but for the first", ruleThatEnds(1, sweep), ruleThatEnds(2)],
    ["say no end but for the second", ruleThatEnds(1), ruleThatEnds(2, sweep)],
    ["say different ends", ruleThatEnds(1, sweep), ruleThatEnds(2, { at: at + 1000, by: "sweep" })],
    [
      "say different schedules",
      ruleThatEnds(1, scheduled),
      ruleThatEnds(2, { ...scheduled, scheduleName: "x" }),
    ],
  ] as const) {
    it(`are somebody else's where they ${title}`, async () => {
      const { account, services, sent } = world(withRole);
      assert.equal(await foundRules(item, rules, services), undefined);
      assert.deepEqual([sent, kinds(account)], [[], []]);
    });
  }
});

describe("the end of rules, as it is told", () => {
  const thisExtension = "this extension revokes it when it is next used";
  const message = `. It expires ${momentWords(at)}: ${thisExtension}`;

  it("is when, and which of them", () => {
    const { services } = world();
    const rules = [ruleThatEnds(1, sweep), ruleThatEnds(2, sweep, { id: undefined })];
    assert.deepEqual(expiryOfRules(item, rules, services), {
      ...{ at: "2026-11-27T13:00:00.000Z", by: "sweep", ruleIds: ["sgr-1"] },
    });
    assert.deepEqual(endMessage(item, rules, services), { severity: "information", besides: message });
  });

  it("is none where none was asked for", () => {
    const { services } = world();
    assert.equal(expiryOfRules(endless, [ruleThatEnds(1, sweep)], services), undefined);
    assert.deepEqual(endMessage(endless, [ruleThatEnds(1, sweep)], services), { severity: "information" });
  });

  it("is a warning where they do not end, and why", () => {
    const { services } = world();
    assert.equal(expiryOfRules(item, [ruleThatEnds(1)], services), undefined);
    assert.deepEqual(endMessage(item, [ruleThatEnds(1)], services), {
      severity: "warning",
      besides: ". It does not expire: whether it was made from here is not known",
    });
    assert.deepEqual(
      endMessage(item, [ruleThatEnds(1), ruleThatEnds(2, undefined, { id: undefined })], services),
      {
        severity: "warning",
        besides: ". It does not expire: its ID is not known",
      },
    );
  });

  it("is that of those which have one", () => {
    const { services } = world();
    const rules = [ruleThatEnds(1), ruleThatEnds(2, sweep)];
    assert.equal(expiryOfRules(item, rules, services)?.by, "sweep");
    assert.equal(endMessage(item, rules, services).besides, message);
  });

  it("is a warning where EventBridge Scheduler was to see to it, and the first sentence of why it does not", () => {
    const { services } = world();
    services.expiry.noteInstead(target, ["sgr-2"], denied);
    const rules = [ruleThatEnds(1, sweep), ruleThatEnds(2, sweep)];
    assert.deepEqual(endMessage(item, rules, services), {
      severity: "warning",
      besides: `${message}. It may not`,
    });
    services.expiry.noteInstead(target, [""], { ...denied, message: "Nobody knows. That is all." });
    const unknown = [ruleThatEnds(1, sweep, { id: undefined })];
    assert.deepEqual(endMessage(item, unknown, services).besides, `${message}. Nobody knows`);
  });
});

describe("a rule that is gone", () => {
  const gone = (rule?: Rule) => ({ ...target, groupId: "sg-a", ruleId: "sgr-1", ...(rule ? { rule } : {}) });

  function remembered(end: End) {
    const made = world();
    made.account.schedule("old", at, "sgr-1", "sgr-2");
    const entry = {
      ...{ ...target, groupId: "sg-a", ruleId: "sgr-1", content: "" },
      ...end,
      kind: "rule",
    } as const;
    return { ...made, remember: () => made.services.expiry.remember(entry) };
  }

  it("leaves the schedule that its tags name, or that is remembered, and is forgotten", async () => {
    for (const rule of [ruleThatEnds(1, scheduled), undefined, ruleThatEnds(1)]) {
      const { account, services, scheduler, remember } = remembered(scheduled);
      await remember();
      await takeEndAlong(gone(rule), services);
      assert.deepEqual(scheduler.plans, [`at(2026-11-27T13:00:00) sg-a sgr-2 ${roleArn}`]);
      assert.deepEqual(kinds(account), []);
    }
  });

  it("leaves the one that its tags name where both are known", async () => {
    const { services, scheduler, remember } = remembered({ ...scheduled, scheduleName: "another" });
    await remember();
    await takeEndAlong(gone(ruleThatEnds(1, scheduled)), services);
    assert.deepEqual(scheduler.plans, [`at(2026-11-27T13:00:00) sg-a sgr-2 ${roleArn}`]);
  });

  it("is forgotten where it had no schedule, and nobody is asked", async () => {
    const { account, services, sent, remember } = remembered(sweep);
    await remember();
    await takeEndAlong(gone(ruleThatEnds(1, sweep)), services);
    assert.deepEqual([sent, kinds(account)], [[], []]);
    await takeEndAlong(gone(), services);
    assert.deepEqual(sent, []);
  });

  it("is remembered where it could not leave: the sweep looks after the schedule", async () => {
    const { account, services, remember } = remembered(scheduled);
    await remember();
    account.faults["UpdateSchedule"] = [denied];
    await takeEndAlong(gone(), services);
    assert.deepEqual(kinds(account), ["sgr-1 by schedule"]);
  });
});
