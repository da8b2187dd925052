import assert from "node:assert/strict";
import {
  arrangeEnd,
  endFailure,
  expecting,
  newScheduleName,
  planEnd,
  rememberRules,
  tagRules,
  untagRules,
} from "../../../../src/changes/expiry/ruleEnd";
import { type End, expiryTags } from "../../../../src/core/expiry/expiry";
import { contentOf } from "../../../../src/core/expiry/remembered";
import { failed, succeeded } from "../../../../src/core/outcome";
import type { Rule } from "../../../../src/core/rules/rule";
import { target } from "../../support/account";
import {
  accountId,
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
const by: End = { at, by: "schedule", scheduleName: "new" };
const sweep: End = { at, by: "sweep" };

function world(...rules: readonly Rule[]) {
  const account = new EndsAccount(...rules);
  const { services } = account.services();
  return { account, services, sent: account.sent, scheduler: account.scheduler };
}

/** What is remembered of a rule. */
const kept = (rule: Rule, end: End, more: object = {}) => ({
  ...{ groupId: "sg-a", ruleId: rule.id, ...end, content: contentOf(rule), kind: "rule" },
  ...more,
});

describe("what stands against an end", () => {
  const { account, services } = world();
  const failure = (item: object) => endFailure({ ...target, ...item }, services);

  it("is that it is over, or later than the profile's setting has it, or none", () => {
    assert.equal(failure({}), undefined);
    assert.equal(failure({ expires: inAnHour }), undefined);
    const over = failure({ expires: { kind: "at", at: noon } });
    assert.deepEqual([over?.kind, over?.field], ["invalidParameter", "expires"]);
    assert.match(over?.message ?? "", /^expires is over already: /);
    account.settings = { longestExpiry: { dev: "PT30M" } };
    assert.match(failure({ expires: inAnHour })?.message ?? "", /expires is later than that/);
    assert.match(failure({})?.message ?? "", /expires is missing/);
  });

  it("is no setting where it takes something back, which is over all the same", () => {
    account.settings = { longestExpiry: { dev: "PT30M" } };
    assert.equal(failure({ isRemade: true }), undefined);
    assert.equal(failure({ expires: inAnHour, isRemade: true }), undefined);
    assert.match(
      failure({ expires: { kind: "at", at: noon }, isRemade: true })?.message ?? "",
      /is over already/,
    );
  });
});

describe("rules that were just made to end", () => {
  const rules = [ruleThatEnds(1, by), ruleThatEnds(2, by)];
  const arrange = ({ services }: ReturnType<typeof world>, made = rules) =>
    arrangeEnd(target, "sg-a", made, { end: by, role: roleArn }, services);

  it("have one schedule, and are remembered", async () => {
    const made = world(...rules);
    assert.deepEqual(await arrange(made), rules);
    assert.deepEqual(made.scheduler.plans, [`at(2026-11-27T13:00:00) sg-a sgr-1+sgr-2 ${roleArn}`]);
    assert.deepEqual(made.sent, ["CreateSchedule new", "GetSchedule new"]);
    assert.deepEqual(
      made.account.remembered,
      rules.map((rule) => kept(rule, by)),
    );
    assert.equal(made.services.expiry.insteadOfSchedule(target, "sgr-1"), undefined);
  });

  for (const [title, end, role] of [
    ["by this extension", sweep, undefined],
    ["by a schedule without a role", by, undefined],
    ["by a schedule without a name", { at, by: "schedule" }, roleArn],
    ["by this extension, whatever role there is", { ...sweep, scheduleName: "new" }, roleArn],
  ] as const) {
    it(`are only remembered, ${title}`, async () => {
      const { account, services, sent } = world(...rules);
      const plan = { end, ...(role === undefined ? {} : { role }) };
      assert.deepEqual(await arrangeEnd(target, "sg-a", rules, plan, services), rules);
      assert.deepEqual(sent, []);
      assert.deepEqual(
        account.remembered,
        rules.map((rule) => kept(rule, end)),
      );
    });
  }

  it("are tagged for this extension where the schedule is refused, and why is known", async () => {
    const made = world(...rules.map((rule) => ({ ...rule, tags: { ...rule.tags, team: "shop" } })));
    made.account.faults["CreateSchedule"] = [denied];
    const own = rules.map((rule) => ({ ...rule, tags: { ...rule.tags, team: "shop" } }));
    const now = await arrange(made, own);
    const tags = {
      ...{ team: "shop", [expiryTags.expires]: "2026-11-27T13:00:00.000Z" },
      [expiryTags.by]: "sweep",
    };
    assert.deepEqual(
      now,
      rules.map((rule) => ({ ...rule, tags })),
    );
    assert.deepEqual(made.sent, [
      "CreateSchedule new",
      "CreateTags sg-a sgr-1+sgr-2",
      "DeleteTags sg-a sgr-1+sgr-2",
    ]);
    assert.deepEqual([made.account.tags("sgr-1"), made.account.tags("sgr-2")], [tags, tags]);
    assert.deepEqual(made.services.expiry.insteadOfSchedule(target, "sgr-2"), denied);
    assert.deepEqual(
      made.account.remembered,
      now.map((rule) => kept(rule, sweep)),
    );
  });

  it("keep the tags that could not be changed, and are revoked by this extension all the same", async () => {
    const made = world(...rules);
    made.account.faults["CreateSchedule"] = [denied];
    made.account.faults["CreateTags"] = [denied];
    assert.deepEqual(await arrange(made), rules);
    assert.deepEqual(
      made.account.remembered,
      rules.map((rule) => kept(rule, sweep)),
    );
  });

  it("name the schedule still that may be there", async () => {
    const made = world(...rules);
    made.account.faults["CreateSchedule"] = [{ after: lost }];
    made.account.faults["GetSchedule"] = [denied];
    made.account.faults["DeleteSchedule"] = [denied];
    assert.deepEqual(await arrange(made), rules);
    assert.deepEqual(
      made.account.remembered,
      rules.map((rule) => kept(rule, by)),
    );
    assert.deepEqual(made.services.expiry.insteadOfSchedule(target, "sgr-1"), {
      ...lost,
      inDoubt: true,
    });
    assert.deepEqual(made.account.sentTo("CreateTags"), []);
  });

  it("have no schedule where the ID of one is not known: it would revoke the others alone", async () => {
    const [known = ruleThatEnds(1)] = rules;
    const made = world(known);
    const now = await arrange(made, [known, ruleThatEnds(2, by, { id: undefined })]);
    assert.deepEqual(made.scheduler.plans, []);
    assert.deepEqual(
      now.map(({ tags }) => tags[expiryTags.by]),
      ["sweep", "sweep"],
    );
    assert.deepEqual(made.services.expiry.insteadOfSchedule(target, "sgr-1"), {
      kind: "unexpected",
      message: "The rules' IDs are not known",
    });
    assert.equal(made.account.remembered.length, 1);
  });
});

describe("the tags of rules", () => {
  const tag = ({ services }: ReturnType<typeof world>, end: End, hadSchedule: boolean) =>
    tagRules(target, { groupId: "sg-a", ids: ["sgr-1"], end, hadSchedule }, services);

  it("say when they end and who sees to it, and name no schedule that holds no more", async () => {
    const made = world(ruleThatEnds(1, { at: noon, by: "schedule", scheduleName: "old" }));
    assert.deepEqual(await tag(made, by, true), succeeded(undefined));
    assert.deepEqual(made.account.tags("sgr-1"), ruleThatEnds(1, by).tags);
    assert.deepEqual(await tag(made, sweep, false), succeeded(undefined));
    assert.deepEqual(made.sent, ["CreateTags sg-a sgr-1", "CreateTags sg-a sgr-1"]);
    assert.deepEqual(await tag(made, sweep, true), succeeded(undefined));
    assert.deepEqual(made.account.tags("sgr-1"), ruleThatEnds(1, sweep).tags);
    assert.deepEqual(made.sent.slice(2), ["CreateTags sg-a sgr-1", "DeleteTags sg-a sgr-1"]);
  });

  it("are as they were where that is refused", async () => {
    const made = world(ruleThatEnds(1));
    made.account.faults["CreateTags"] = [denied];
    assert.deepEqual(await tag(made, sweep, true), failed(denied));
    assert.deepEqual(made.sent, ["CreateTags sg-a sgr-1"]);
  });

  it("are said to be set where the schedule's name alone could not be taken away", async () => {
    const made = world(ruleThatEnds(1));
    made.account.faults["DeleteTags"] = [denied, lost];
    const message = "It may not. The tags with its end were set all the same: Set Expiry sets them anew.";
    assert.deepEqual(await tag(made, sweep, true), failed({ ...denied, message }));
    assert.deepEqual(await tag(made, sweep, true), failed(lost));
  });

  it("are taken away by their keys, and no others", async () => {
    const made = world(ruleThatEnds(1, by));
    const keys = [expiryTags.schedule, expiryTags.by];
    const untagged = await untagRules(target, { groupId: "sg-a", ids: ["sgr-1"], keys }, made.services);
    assert.deepEqual(untagged, succeeded(undefined));
    assert.deepEqual(Object.keys(made.account.tags("sgr-1") ?? {}), [expiryTags.expires]);
  });
});

describe("what is sent to make rules end", () => {
  it("has its target remembered until it is answered, and as long as it is in doubt", async () => {
    for (const [answer, isKept] of [
      [succeeded("made"), false],
      [failed(denied), false],
      [failed(lost), true],
    ] as const) {
      const { account, services } = world();
      const then: unknown[] = [];
      const sent = await expecting(target, at, services, async () => {
        then.push(...account.remembered);
        return answer;
      });
      assert.deepEqual(sent, answer);
      const [entry, ...others] = then;
      assert.ok(typeof entry === "object" && entry !== null && "name" in entry);
      assert.deepEqual(entry, { kind: "target", at, name: entry.name });
      assert.deepEqual(others, []);
      assert.deepEqual(account.remembered, isKept ? [entry] : []);
    }
  });

  it("is sent where it cannot be remembered: the tags say it too", async () => {
    const { account, services } = world();
    account.memory.fault = new Error("The disk is full");
    assert.deepEqual(await expecting(target, at, services, async () => succeeded("made")), succeeded("made"));
  });
});

describe("rules that are remembered", () => {
  const rule = ruleThatEnds(1, sweep, { description: "Office" });

  it("are kept with what they say and whose account they are in, as far as they have ids", async () => {
    const { account, services } = world();
    await services.state.accounts.load(target);
    await rememberRules(target, [ruleThatEnds(2, sweep, { id: undefined }), rule], sweep, services);
    assert.deepEqual(account.remembered, [kept(rule, sweep, { accountId })]);
    assert.match(contentOf(rule), / Office$/);
    assert.deepEqual(services.expiry.session(), []);
  });

  it("are known to this window where nothing could be tagged, and told to the next", async () => {
    const { account, services } = world();
    const end: End = { at, by: "session" };
    const untagged = ruleThatEnds(1);
    await rememberRules(target, [untagged], end, services);
    assert.deepEqual(services.expiry.session(), [{ ...target, groupId: "sg-a", ruleId: "sgr-1", at }]);
    assert.deepEqual(services.expiry.ofRule(target, untagged), end);
    assert.deepEqual(account.remembered, [kept(untagged, end)]);
  });

  it("end all the same where they cannot be remembered", async () => {
    const { account, services } = world();
    account.memory.fault = new Error("The disk is full");
    await rememberRules(target, [rule, ruleThatEnds(2, sweep)], sweep, services);
    assert.deepEqual(account.remembered, []);
  });
});

describe("a schedule's name", () => {
  it("is given by nobody else", async () => {
    assert.match(newScheduleName(), /^elasticache-access-[0-9a-f]{16}$/);
    assert.notEqual(newScheduleName(), newScheduleName());
  });

  it("is planned where there is a role, and only then", async () => {
    const { account, services } = world();
    const item = { ...target, groupId: "sg-a", expires: inAnHour };
    assert.deepEqual(await planEnd(item, services), { end: sweep });
    account.settings = withRole;
    const { end, role } = await planEnd(item, services);
    assert.deepEqual([end, role], [{ ...by, scheduleName: end.scheduleName }, roleArn]);
  });
});
