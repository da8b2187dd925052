import assert from "node:assert/strict";
import type { Verdict } from "../../../../src/changes/change";
import { type RuleEndItem, setRuleEnds } from "../../../../src/changes/expiry/setRuleEnds";
import { momentWords } from "../../../../src/core/expiry/endWords";
import type { End } from "../../../../src/core/expiry/expiry";
import type { Failure } from "../../../../src/core/failures/failures";
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
  ruleThatEnds,
  withRole,
} from "../../support/endsAccount";

const at = noon + hour;
const sweep: End = { at, by: "sweep" };
const thisExtension = "this extension revokes it when it is next used";
const exactly = (time: number) => ({ kind: "at", at: time }) as const;
const item = (expires: RuleEndItem["expires"], more: Partial<RuleEndItem> = {}): RuleEndItem => ({
  ...{ ...target, ruleId: "sgr-1" },
  expires,
  ...more,
});
const gone: Failure = {
  ...{ kind: "notFound", code: "InvalidSecurityGroupRuleId.NotFound" },
  message: "There is no rule sgr-1 in us-west-2: it may have expired. Nothing was changed",
};
const expired: Failure = { kind: "credentials", message: "The keys have expired" };

function world(...rules: readonly Rule[]) {
  const account = new EndsAccount(...rules);
  const { services } = account.services();
  return { account, services, change: setRuleEnds(services), sent: account.sent };
}

/** What was judged, in a line. */
function words(verdict: Verdict | undefined): string {
  switch (verdict?.kind) {
    case "toDo":
      return verdict.changed ?? "toDo";
    case "alreadySo":
      return verdict.why;
    default:
      return `${verdict?.kind}: ${verdict?.failure.field} ${verdict?.failure.message}`;
  }
}

describe("the look before a rule's end is set", () => {
  const look = async ({ change }: ReturnType<typeof world>, each: RuleEndItem) => {
    const [judged] = await change.look([each]);
    return judged ?? assert.fail();
  };

  it("finds what the rule says, and the end that it has", async () => {
    for (const end of [undefined, sweep]) {
      const rule = ruleThatEnds(1, end);
      const judged = await look(world(rule), item(inAnHour));
      assert.deepEqual(judged, {
        item: item(inAnHour, { rule, ...(end ? { before: end } : {}) }),
        verdict: { kind: "toDo" },
      });
    }
  });

  it("finds the end that this window alone knows", async () => {
    const made = world(ruleThatEnds(1));
    made.services.expiry.keepForSession({ ...target, groupId: "sg-a", ruleId: "sgr-1", at });
    assert.deepEqual((await look(made, item(null))).item.before, { at, by: "session" });
  });

  it("finds what is so already, with the end that it has", async () => {
    const endless = ruleThatEnds(1);
    assert.deepEqual((await look(world(endless), item(null))).verdict, {
      ...{ kind: "alreadySo", why: "It is so already" },
      answer: { rule: endless, end: undefined },
    });
    const rule = ruleThatEnds(1, sweep);
    assert.deepEqual(await look(world(rule), item(exactly(at))), {
      item: item(exactly(at), { rule, before: sweep }),
      verdict: { kind: "alreadySo", why: "It is so already", answer: { rule, end: sweep } },
    });
  });

  it("finds it impossible for a rule that is gone", async () => {
    assert.deepEqual(await look(world(), item(inAnHour)), {
      item: item(inAnHour),
      verdict: { kind: "impossible", failure: gone },
    });
  });

  it("is not known where it is refused, and impossible where nothing may be asked at all", async () => {
    for (const [failure, kind] of [
      [denied, "notKnown"],
      [expired, "impossible"],
    ] as const) {
      const made = world(ruleThatEnds(1));
      made.account.faults["DescribeSecurityGroupRules"] = [failure];
      assert.deepEqual(await look(made, item(inAnHour)), {
        item: item(inAnHour),
        verdict: { kind, failure },
      });
    }
  });

  it("finds an end that is over, or not as the profile's setting has it", async () => {
    const rule = ruleThatEnds(1, sweep);
    const made = world(rule);
    const over = await look(made, item(exactly(noon)));
    assert.match(words(over.verdict), /^impossible: expires expires is over already: /);
    assert.deepEqual(over.item, item(exactly(noon), { rule, before: sweep }));
    made.account.settings = { longestExpiry: { dev: "PT30M" } };
    assert.match(words((await look(made, item(inAnHour))).verdict), /expires is later than that/);
    assert.match(words((await look(made, item(null))).verdict), /expires is missing/);
    assert.equal(
      words((await look(made, item(null, { set: { at } }))).verdict),
      "toDo",
      "it takes something back",
    );
  });

  it("finds what somebody has set since, of what is to be taken back", async () => {
    const judge = async (rule: Rule, expires: RuleEndItem["expires"], set: number | undefined) =>
      words((await look(world(rule), item(expires, { set: { at: set } }))).verdict);
    assert.equal(await judge(ruleThatEnds(1, sweep), null, at), "toDo");
    assert.equal(
      await judge(ruleThatEnds(1, sweep), null, at + 1000),
      `sgr-1 was given another end: it expires ${momentWords(at)}: ${thisExtension}`,
    );
    assert.equal(
      await judge(ruleThatEnds(1), exactly(at), at),
      "sgr-1 was given another end: it does not expire any more",
    );
  });

  it("is at each of several, in their order", async () => {
    const { change } = world(ruleThatEnds(2), ruleThatEnds(1, sweep));
    const judged = await change.look([
      item(null),
      item(null, { ruleId: "sgr-2" }),
      item(null, { ruleId: "sgr-3" }),
    ]);
    assert.deepEqual(
      judged.map(({ item: { ruleId }, verdict }) => [ruleId, verdict.kind]),
      [
        ["sgr-1", "toDo"],
        ["sgr-2", "alreadySo"],
        ["sgr-3", "impossible"],
      ],
    );
  });
});

describe("a rule whose end is set", () => {
  const looked = (rule: Rule, expires: RuleEndItem["expires"], before?: End) =>
    item(expires, { rule, ...(before ? { before } : {}) });
  const own = { team: "shop" };

  it("is tagged, shown and remembered with it", async () => {
    const rule = ruleThatEnds(1, undefined, { tags: own });
    const { account, services, change } = world(rule);
    account.rules = async () => succeeded([rule]);
    await services.state.vpc.load(target);
    account.clusters = succeeded([]);
    const now = { ...rule, tags: { ...own, ...ruleThatEnds(1, sweep).tags } };
    assert.deepEqual(await change.send(looked(rule, inAnHour)), succeeded({ rule: now, end: sweep }));
    assert.deepEqual(account.tags("sgr-1"), now.tags);
    assert.deepEqual(services.state.vpc.findRule(target, "sg-a", "sgr-1"), now);
    assert.deepEqual(
      account.memory.entries.map((entry) => [entry.kind, entry.at]),
      [["rule", at]],
    );
  });

  it("is remembered as about to be while it is sent", async () => {
    const rule = ruleThatEnds(1);
    const { account, change } = world(rule);
    const kinds: string[] = [];
    account.meanwhile["CreateTags"] = () => kinds.push(...account.memory.entries.map(({ kind }) => kind));
    await change.send(looked(rule, inAnHour));
    assert.deepEqual(kinds, ["target"]);
  });

  it("loses it, is shown so and forgotten", async () => {
    const rule = ruleThatEnds(1, sweep, { tags: { ...own, ...ruleThatEnds(1, sweep).tags } });
    const { account, services, change } = world(rule);
    account.rules = async () => succeeded([rule]);
    await services.state.vpc.load(target);
    await services.expiry.remember({
      ...{ ...target, ...sweep, groupId: "sg-a", ruleId: "sgr-1", content: "" },
      kind: "rule",
    });
    const now = { ...rule, tags: own };
    assert.deepEqual(await change.send(looked(rule, null, sweep)), succeeded({ rule: now, end: undefined }));
    assert.deepEqual(account.sent, ["DeleteTags sg-a sgr-1"]);
    assert.deepEqual(services.state.vpc.findRule(target, "sg-a", "sgr-1"), now);
    assert.deepEqual(account.remembered, []);
  });

  it("ends by its tags, no more by this window alone", async () => {
    const rule = ruleThatEnds(1);
    const { services, change } = world(rule);
    services.expiry.keepForSession({ ...target, groupId: "sg-a", ruleId: "sgr-1", at });
    await change.send(looked(rule, exactly(at + hour), { at, by: "session" }));
    assert.deepEqual(services.expiry.session(), []);
    assert.equal(services.expiry.ofRule(target, rule), undefined);
  });

  it("is looked at first where nobody has", async () => {
    const { change, sent } = world(ruleThatEnds(1));
    const set = await change.send(item(inAnHour));
    assert.deepEqual(set.ok && set.value.end, sweep);
    assert.deepEqual(sent, ["DescribeSecurityGroupRules sgr-1", "CreateTags sg-a sgr-1"]);
  });

  it("is as it was where it is gone, or cannot be read", async () => {
    assert.deepEqual(await world().change.send(item(inAnHour)), failed(gone));
    const { account, change, sent } = world(ruleThatEnds(1));
    account.faults["DescribeSecurityGroupRules"] = [denied];
    assert.deepEqual(await change.send(item(inAnHour)), failed(denied));
    assert.deepEqual(sent, ["DescribeSecurityGroupRules sgr-1"]);
  });

  it("is as it was where it cannot be tagged, and is shown and remembered as it was", async () => {
    const rule = ruleThatEnds(1, sweep);
    for (const expires of [exactly(at + hour), null]) {
      const { account, services, change } = world(rule);
      account.rules = async () => succeeded([rule]);
      await services.state.vpc.load(target);
      account.faults["CreateTags"] = [denied];
      account.faults["DeleteTags"] = [denied];
      assert.deepEqual(await change.send(looked(rule, expires, sweep)), failed(denied));
      assert.deepEqual(services.state.vpc.findRule(target, "sg-a", "sgr-1"), rule);
      assert.deepEqual(account.remembered, []);
    }
  });
});

describe("a rule whose end is in doubt", () => {
  const rule = ruleThatEnds(1);

  it("is not known with a schedule: its tags alone tell nothing", async () => {
    const { account, change } = world(rule);
    account.settings = withRole;
    account.faults["CreateTags"] = [lost];
    account.faults["DescribeSecurityGroupRules"] = [denied];
    assert.deepEqual(await change.send(item(inAnHour, { rule })), failed(lost));
    const [judged] = await change.look([item(inAnHour)]);
    assert.deepEqual(judged, { item: item(inAnHour), verdict: { kind: "notKnown", failure: lost } });
    const [other] = await change.look([item(inAnHour, { ruleId: "sgr-2" })]);
    assert.equal(other?.verdict.kind, "impossible", "of others it is looked at");
  });

  it("is known again once it was set", async () => {
    const { account, change } = world(rule);
    account.settings = withRole;
    account.faults["CreateTags"] = [lost];
    account.faults["DescribeSecurityGroupRules"] = [denied];
    await change.send(item(inAnHour, { rule }));
    await change.send(item(inAnHour, { rule }));
    const [judged] = await change.look([item(inAnHour)]);
    assert.equal(judged?.verdict.kind, "toDo");
  });

  it("is looked at where there is no schedule, or it was refused", async () => {
    for (const [failure, settings] of [
      [lost, {}],
      [denied, withRole],
    ] as const) {
      const { account, change } = world(rule);
      account.settings = settings;
      account.faults["CreateTags"] = [failure];
      assert.equal((await change.send(item(inAnHour, { rule }))).ok, false);
      const [judged] = await change.look([item(inAnHour)]);
      assert.equal(judged?.verdict.kind, "toDo");
    }
  });
});

describe("the words of rules' ends", () => {
  const { change } = world();
  const rule = ruleThatEnds(1);

  it("name the command, and count what is being done", () => {
    const { command, title, doing, done, undone } = change;
    assert.deepEqual(
      [command, title, doing(1), doing(2), done, undone],
      [
        ...["setExpiry", "Set Expiry", "Setting the expiry of 1 rule", "Setting the expiry of 2 rules"],
        ...["set", "somebody has set it so already"],
      ],
    );
  });

  it("say of one that it was so already", () => {
    assert.equal(change.unchanged(item(inAnHour)), "sgr-1 expires then already");
    assert.equal(change.unchanged(item(null)), "sgr-1 does not expire already");
  });

  it("say of one what it has now", async () => {
    const what = "10.1.0.0/16 on tcp 6379 in sg-a, us-west-2 (dev)";
    assert.deepEqual(await change.end(item(inAnHour), { rule, end: sweep }), {
      ...{ severity: "information", canUndo: true },
      text: `${what} expires ${momentWords(at)}: ${thisExtension}`,
    });
    const end = await change.end(item(null), { rule, end: undefined });
    assert.equal(end?.text, `${what} does not expire any more`);
  });

  it("are equal for the same rule by the same profile, and fail together for the rule", () => {
    const items = [
      {},
      { expires: null },
      { profile: "prod" },
      { region: "eu-west-1" },
      { ruleId: "sgr-2" },
    ].map((more) => item(inAnHour, more));
    assert.equal(new Set(items.map(change.key)).size, 4);
    assert.deepEqual([...new Set(items.map(change.scope))], ["sgr-1", "sgr-2"]);
  });

  it("are sent again while something is busy, and never so already by a refusal", () => {
    const failure = (kind: Failure["kind"]): Failure => ({ kind, message: "" });
    assert.deepEqual(
      [change.isPassing(failure("throttled")), change.isPassing(failure("notFound"))],
      [true, false],
    );
    assert.equal(change.alreadySo(failure("notFound")), false);
  });

  it("give a caller the end and the rule, and what names it as in params", () => {
    const value = (id: string | undefined, end?: End) =>
      change.value(item(inAnHour), { rule: { ...rule, id }, end });
    const expiry = { at: "2026-11-27T13:00:00.000Z", by: "sweep" };
    assert.deepEqual(value("sgr-1", sweep), { ...expiry, ruleIds: ["sgr-1"] });
    assert.deepEqual(value(undefined, sweep), expiry);
    assert.equal(value("sgr-1"), null);
    const fields = { ...target, securityGroupRuleId: "sgr-1" };
    assert.deepEqual(change.fields(item(inAnHour, { rule, before: sweep })), { ...fields, expires: "PT1H" });
    assert.deepEqual(change.fields(item(null)), { ...fields, expires: null });
  });

  it("are taken back to the end there was before, or none", () => {
    const made = [
      {
        item: item(inAnHour, { before: { at: noon + 5 * hour, by: "sweep" } }),
        answer: { rule, end: sweep },
      },
      { item: item(null), answer: { rule, end: undefined } },
    ] as const;
    const back = change.undo?.(made).into((way, items) => [way.command, items]);
    assert.deepEqual(back, [
      "setExpiry",
      [item(exactly(noon + 5 * hour), { set: { at } }), item(null, { set: { at: undefined } })],
    ]);
  });
});
