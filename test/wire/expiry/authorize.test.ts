import assert from "node:assert/strict";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeMany } from "../../../src/commands/authorizeMany";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { revokeIngress } from "../../../src/commands/revokeIngress";
import { revokeVpcIngress } from "../../../src/commands/revokeVpcIngress";
import { undoLastChange } from "../../../src/commands/undoLastChange";
import type { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { expiryIn, failureIn, grant, hour, minute, Observer, pagesGroup, started, vpc } from "./endsWorld";

const cidrIp = "192.0.2.0/24";

describe("a rule that is to end", () => {
  let world: CommandWorld;
  let observer: Observer;

  async function begin(expiryRoles?: Readonly<Record<string, string>>): Promise<void> {
    world = await started(expiryRoles);
    observer = new Observer(world);
  }
  afterEach(async () => {
    observer.close();
    await world.close();
  });
  const authorize = async (params: object = {}, ui?: ScriptedUi) =>
    world.run(
      authorizeVpcIngress,
      { ...vpc, securityGroupId: await pagesGroup(world), cidrIp, expires: "PT1H", ...params },
      ui,
    );

  it("is revoked by a schedule where a role for it is set", async () => {
    await begin({ "sandbox-vpc": "expiry" });
    const { sandbox } = world;
    const expiry = expiryIn(await authorize());
    const [id = ""] = Object.keys(await observer.rulesFrom(cidrIp));
    assert.equal(expiry.by, "schedule");
    assert.deepEqual(expiry.ruleIds, [id]);
    assert.ok(Math.abs(Date.parse(expiry.at) - sandbox.now() - hour) < 10_000, expiry.at);
    assert.deepEqual(await observer.schedules(), [`elasticache-access/${expiry.scheduleName}`]);
    assert.deepEqual(await observer.rulesFrom(cidrIp), {
      [id]: {
        "elasticache-access:expires": expiry.at,
        "elasticache-access:by": "schedule",
        "elasticache-access:schedule": expiry.scheduleName,
      },
    });
    sandbox.advance(hour - minute);
    assert.deepEqual(Object.keys(await observer.rulesFrom(cidrIp)), [id]);
    sandbox.advance(minute + 1_000);
    assert.deepEqual(await observer.rulesFrom(cidrIp), {});
    assert.deepEqual(await observer.schedules(), []);
    const actions = (await world.history()).map(({ action, outcome }) => `${action} ${outcome}`);
    assert.deepEqual(actions, [
      "AuthorizeSecurityGroupIngress done",
      "CreateSchedule failed",
      "CreateScheduleGroup done",
      "CreateSchedule done",
    ]);
  });

  it("is left to this extension where there is no role", async () => {
    await begin();
    const expiry = expiryIn(await authorize({ expires: new Date(world.sandbox.now() + hour).toISOString() }));
    assert.equal(expiry.by, "sweep");
    assert.equal(expiry.scheduleName, undefined);
    const [tags] = Object.values(await observer.rulesFrom(cidrIp));
    assert.deepEqual(tags, { "elasticache-access:expires": expiry.at, "elasticache-access:by": "sweep" });
    assert.deepEqual(await observer.schedules(), []);
    assert.deepEqual(world.changes(), ["AuthorizeSecurityGroupIngress"]);
  });

  it("is left to this window where it may not be tagged", async () => {
    await begin({ "sandbox-vpc": "expiry" });
    world.sandbox.setFaults([{ action: "CreateTags", code: "UnauthorizedOperation" }]);
    const expiry = expiryIn(await authorize());
    assert.equal(expiry.by, "session");
    assert.deepEqual(await observer.rulesFrom(cidrIp), { [expiry.ruleIds?.[0] ?? ""]: {} });
    assert.deepEqual(await observer.schedules(), []);
  });

  for (const [action, code] of [
    ["PassRole", "AccessDenied"],
    ["CreateSchedule", "AccessDenied"],
    ["CreateSchedule", "ServiceQuotaExceededException"],
    ["CreateScheduleGroup", "AccessDenied"],
    ["GetSchedule", "AccessDenied"],
    ["CreateSchedule", "@lost"],
  ] as const) {
    it(`is left to this extension where ${action} fails with ${code}, and the message says why`, async () => {
      await begin({ "sandbox-vpc": "expiry" });
      world.settings = { ...world.settings, requestTimeout: 2 };
      world.sandbox.setFaults([{ action, code }]);
      const ui = new ScriptedUi();
      const expiry = expiryIn(await authorize({}, ui));
      const isKept = code === "@lost";
      assert.equal(expiry.by, isKept ? "schedule" : "sweep");
      world.sandbox.setFaults([]);
      assert.equal((await observer.schedules()).length, isKept ? 1 : 0);
      const [tags = {}] = Object.values(await observer.rulesFrom(cidrIp));
      assert.equal(tags["elasticache-access:by"], expiry.by);
      assert.equal("elasticache-access:schedule" in tags, isKept);
      if (!isKept) {
        assert.match(
          ui.messages[0]?.text ?? "",
          /this extension revokes it.*(?:may not do|no more schedules)/,
        );
        assert.equal(ui.messages[0]?.severity, "warning");
      }
    });
  }

  for (const expires of ["soon", "PT0S", "2020-01-01T00:00:00Z", 7, {}, "", null]) {
    it(`is not made where expires is ${JSON.stringify(expires)}`, async () => {
      await begin();
      const before = world.sandbox.requests.length;
      const failure = failureIn(
        await world.run(authorizeVpcIngress, {
          ...vpc,
          securityGroupId: "sg-0123456789abcdef0",
          cidrIp,
          expires,
        }),
      );
      assert.deepEqual([failure.kind, failure.field], ["invalidParameter", "expires"]);
      assert.equal(world.sandbox.requests.length, before);
    });
  }

  it("ends by AWS's clock, also where this machine's is hours behind", async () => {
    await begin({ "sandbox-vpc": "expiry" });
    world.sandbox.advance(5 * hour);
    const over = await authorize({ expires: new Date(Date.now() + hour).toISOString() });
    assert.deepEqual([failureIn(over).kind, failureIn(over).field], ["invalidParameter", "expires"]);
    assert.deepEqual(await observer.rulesFrom(cidrIp), {});
    const expiry = expiryIn(await authorize());
    assert.ok(Math.abs(Date.parse(expiry.at) - Date.now() - 6 * hour) < 10_000, expiry.at);
  });

  it("takes its schedule along when it is revoked or undone, and has one again when that is undone", async () => {
    await begin({ "sandbox-vpc": "expiry" });
    const first = expiryIn(await authorize());
    const params = {
      ...vpc,
      securityGroupId: await pagesGroup(world),
      securityGroupRuleId: first.ruleIds?.[0],
      confirmed: true,
    };
    assert.equal((await world.run(revokeVpcIngress, params)).outcome, "done");
    assert.deepEqual(await observer.schedules(), []);
    const again = await world.run(undoLastChange, {});
    assert.equal(again.outcome, "done", JSON.stringify(again));
    const [tags = {}] = Object.values(await observer.rulesFrom(cidrIp));
    assert.equal(tags["elasticache-access:expires"], first.at);
    assert.notEqual(tags["elasticache-access:schedule"], first.scheduleName);
    assert.equal((await observer.schedules()).length, 1);
    world.sandbox.advance(hour + minute);
    assert.deepEqual(await observer.rulesFrom(cidrIp), {});
  });

  it("is undone with its schedule", async () => {
    await begin({ "sandbox-vpc": "expiry" });
    expiryIn(await authorize());
    assert.equal((await world.run(undoLastChange, {})).outcome, "done");
    assert.deepEqual(await observer.rulesFrom(cidrIp), {});
    assert.deepEqual(await observer.schedules(), []);
  });

  it("leaves the schedule of rules that were made with it those that are still there", async () => {
    await begin({ "sandbox-vpc": "expiry" });
    const { state } = world.services;
    await pagesGroup(world);
    const cache = state.caches.find(vpc, { kind: "serverless", id: "storefront" });
    const securityGroupId = cache?.securityGroups?.[0]?.id;
    const result = await authorize({ securityGroupId, fromPort: 6379, toPort: 6380 });
    const expiry = expiryIn(result);
    assert.equal(expiry.ruleIds?.length, 1);
    world.sandbox.advance(hour + minute);
    assert.deepEqual(await observer.rulesFrom(cidrIp), {});
  });

  it("does not end where it was there before: it is not ours", async () => {
    await begin({ "sandbox-vpc": "expiry" });
    assert.equal((await authorize({ expires: undefined })).outcome, "done");
    const again = await authorize();
    assert.equal(again.outcome, "unchanged");
    assert.equal("expiry" in again, false);
    assert.deepEqual(await observer.schedules(), []);
    world.sandbox.advance(2 * hour);
    assert.equal(Object.keys(await observer.rulesFrom(cidrIp)).length, 1);
  });

  it("is demanded, and not too late, where the setting says so", async () => {
    await begin();
    world.settings = { ...world.settings, longestExpiry: { "*-VPC": "PT2H" } };
    for (const expires of [undefined, "PT3H"]) {
      const failure = failureIn(await authorize({ expires }));
      assert.deepEqual([failure.kind, failure.field], ["invalidParameter", "expires"]);
    }
    assert.deepEqual(world.changes(), []);
    expiryIn(await authorize({ expires: "PT2H" }));
  });

  it("is one of several in one request, with an end for each", async () => {
    await begin({ "sandbox-vpc": "expiry" });
    await pagesGroup(world);
    const items = [
      { ...vpc, cacheKind: "cluster", cacheId: "pages" },
      { ...vpc, cacheKind: "serverless", cacheId: "storefront" },
    ];
    const result = await world.run(authorizeVpcIngress, { items, cidrIp, expires: "P1D" });
    assert.equal(result.outcome, "done", JSON.stringify(result));
    assert.equal((await observer.schedules()).length, 2);
    const ends = Array.isArray(result.value) ? result.value.map(({ expiry }) => expiry?.by) : [];
    assert.deepEqual(ends, ["schedule", "schedule"]);
  });
});

describe("a grant that is to end", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await started();
  });
  afterEach(() => world.close());
  const remembered = async () => {
    await world.services.expiry.refresh();
    return world.services.expiry.remembered();
  };

  it("is remembered on this machine until it is revoked, and again when that is undone", async () => {
    const expiry = expiryIn(await world.run(authorizeIngress, { ...grant, expires: "PT1H" }));
    assert.equal(expiry.by, "sweep");
    assert.equal(expiry.ruleIds, undefined);
    const [entry] = await remembered();
    assert.equal(entry?.kind === "grant" && entry.accountId, "123456781234");
    assert.equal(entry?.at, Date.parse(expiry.at));
    await world.services.follower.whenSettled(grant, grant);
    assert.equal((await world.run(revokeIngress, { ...grant, confirmed: true })).outcome, "done");
    assert.deepEqual(await remembered(), []);
    await world.services.follower.whenSettled(grant, grant);
    assert.equal((await world.run(undoLastChange, {})).outcome, "done");
    assert.equal((await remembered())[0]?.at, entry?.at);
  });

  it("is forgotten where it was refused, and where it is made again to stay", async () => {
    await world.run(authorizeIngress, { ...grant, expires: "PT1H" });
    const again = await world.run(authorizeIngress, { ...grant, expires: "PT5H" });
    assert.equal(again.outcome, "unchanged");
    const [entry] = await remembered();
    assert.ok((entry?.at ?? 0) - world.sandbox.now() < 2 * hour, "the first end holds");
    world.sandbox.setFaults([{ action: "AuthorizeCacheSecurityGroupIngress", code: "AccessDenied" }]);
    await world.run(authorizeIngress, { ...grant, ec2SecurityGroupName: "other", expires: "PT1H" });
    assert.equal((await remembered()).length, 1);
  });

  it("takes an end for all of many, or one of its own", async () => {
    const items = [grant, { ...grant, ec2SecurityGroupName: "web", expires: "PT2H" }];
    const result = await world.run(authorizeMany, { items, expires: "PT1H" });
    assert.equal(result.outcome, "done", JSON.stringify(result));
    const ends = (await remembered()).map(({ at }) => Math.round((at - world.sandbox.now()) / hour));
    assert.deepEqual([...ends].sort(), [1, 2]);
    const wrong = await world.run(authorizeMany, { items: [{ ...grant, expires: "soon" }] });
    assert.equal(failureIn(wrong).field, "expires");
    world.settings = { ...world.settings, longestExpiry: { "*": "PT1H" } };
    const late = await world.run(authorizeIngress, {
      ...grant,
      ec2SecurityGroupName: "late",
      expires: "P1D",
    });
    assert.equal(failureIn(late).field, "expires");
  });
});
