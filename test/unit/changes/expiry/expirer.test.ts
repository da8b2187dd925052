import assert from "node:assert/strict";
import { withEnd } from "../../../../src/agents/plan/endOfItem";
import { expirerOf } from "../../../../src/changes/expiry/expirer";
import { planEnd } from "../../../../src/changes/expiry/ruleEnd";
import { momentWords } from "../../../../src/core/expiry/endWords";
import { target } from "../../support/account";
import { EndsAccount, hour, inAnHour, noon, roleArn, withRole } from "../../support/endsAccount";

const rule = { ...target, groupId: "sg-a", expires: inAnHour };
const grant = { ...target, cacheSecurityGroupName: "mygroup", expires: inAnHour };
const schedule = { by: "schedule", role: roleArn };
const sweep = { by: "sweep" };
const scheduler = "EventBridge Scheduler revokes it";
const thisExtension = "this extension revokes it when it is next used";

describe("who will see to an end", () => {
  const elsewhere = { expiryRoles: { prod: "expiry" } };
  const otherRole = "arn:aws:iam::222233334444:role/of/somebody";
  for (const [title, item, settings, isAccountKnown, expected, words] of [
    ["a schedule where a role is set", rule, withRole, true, schedule, scheduler],
    [
      "a schedule by the role whose ARN is set",
      rule,
      { expiryRoles: { dev: otherRole } },
      true,
      { by: "schedule", role: otherRole },
      scheduler,
    ],
    ["this extension where none is set", rule, {}, true, sweep, thisExtension],
    ["this extension where one is set for another profile", rule, elsewhere, true, sweep, thisExtension],
    ["this extension where whose account it is cannot be told", rule, withRole, false, sweep, thisExtension],
    ["this extension for a grant, which has no tags", grant, withRole, true, sweep, thisExtension],
    [
      "this window where nothing may be tagged",
      { ...rule, mayTag: false },
      withRole,
      true,
      { by: "session" },
      "this window revokes it while it is open",
    ],
  ] as const) {
    it(`is ${title}, and a plan says so before`, async () => {
      const account = new EndsAccount();
      account.settings = settings;
      account.isAccountKnown = isAccountKnown;
      const { services } = account.services();
      assert.deepEqual(await expirerOf(item, services), expected);
      const told = await withEnd({ text: "It is let in", warnings: ["Mind"] }, item, "toDo", services);
      assert.deepEqual(told, {
        text: `It is let in. It expires ${momentWords(noon + hour)}: ${words} (PT1H after it is made)`,
        warnings: ["Mind", "Connections that are open stay open when it ends"],
        expires: "PT1H",
      });
      const { end, role } = await planEnd(item, services);
      assert.deepEqual({ by: end.by, ...(role === undefined ? {} : { role }) }, expected);
      assert.equal(end.at, noon + hour);
      assert.equal(/^elasticache-access-[0-9a-f]{16}$/.test(end.scheduleName ?? ""), role !== undefined);
    });
  }

  it("asks whose account it is once, and only where a role is set", async () => {
    const account = new EndsAccount();
    const { services } = account.services();
    await expirerOf(rule, services);
    account.settings = withRole;
    await expirerOf(grant, services);
    assert.deepEqual(account.sent, []);
    await expirerOf(rule, services);
    await expirerOf(rule, services);
    assert.deepEqual(account.sent, ["GetCallerIdentity"]);
  });
});

describe("the words of a planned item", () => {
  const words = { text: "It is let in", warnings: ["Mind"] };
  const { services } = new EndsAccount().services();

  it("say nothing of an end where there is none", async () => {
    const { expires: _, ...endless } = rule;
    assert.deepEqual(await withEnd(words, endless, "toDo", services), words);
  });

  it("say the moment that was given", async () => {
    const item = { ...rule, expires: { kind: "at", at: noon + hour } } as const;
    const told = await withEnd(words, item, "toDo", services);
    assert.equal(told.text, `It is let in. It expires ${momentWords(noon + hour)}: ${thisExtension}`);
    assert.equal(told.expires, "2026-11-27T13:00:00.000Z");
  });

  it("say that what is there already keeps its end", async () => {
    const told = await withEnd(words, rule, "alreadySo", services);
    const kept = "It keeps the end that it has, or none: expires is for what is made. Set Expiry changes it";
    assert.deepEqual(told, { ...words, warnings: ["Mind", kept] });
  });
});
