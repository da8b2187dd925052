import assert from "node:assert/strict";
import { RevokeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { setExpiry } from "../../../src/commands/setExpiry";
import { undoLastChange } from "../../../src/commands/undoLastChange";
import type { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { expiryIn, failureIn, grant, hour, minute, Observer, pagesGroup, started, vpc } from "./endsWorld";

const cidrIp = "192.0.2.0/24";

describe("Set Expiry", () => {
  let world: CommandWorld;
  let observer: Observer;
  let ruleId: string;

  async function begin(expiryRoles: Readonly<Record<string, string>>, expires?: string): Promise<void> {
    world = await started(expiryRoles);
    observer = new Observer(world);
    const securityGroupId = await pagesGroup(world);
    const made = await world.run(authorizeVpcIngress, { ...vpc, securityGroupId, cidrIp, expires });
    assert.equal(made.outcome, "done", JSON.stringify(made));
    [ruleId = ""] = Object.keys(await observer.rulesFrom(cidrIp));
  }
  afterEach(async () => {
    observer.close();
    await world.close();
  });
  const set = (expires: unknown, ui?: ScriptedUi) =>
    world.run(setExpiry, { ...vpc, securityGroupRuleId: ruleId, expires }, ui);
  const tags = async () => Object.values(await observer.rulesFrom(cidrIp))[0] ?? {};
  const endIn = (result: Awaited<ReturnType<typeof set>>) => {
    assert.equal(result.outcome, "done", JSON.stringify(result));
    return "value" in result ? result.value : undefined;
  };
  const role = { "sandbox-vpc": "expiry" };

  it("gives a rule an end that had none, and takes it away again", async () => {
    await begin(role);
    const value = endIn(await set("PT1H"));
    assert.ok(typeof value === "object" && value !== null && "by" in value && value.by === "schedule");
    assert.equal((await observer.schedules()).length, 1);
    assert.equal((await tags())["elasticache-access:by"], "schedule");
    assert.equal(endIn(await set(null)), null);
    assert.deepEqual(await observer.schedules(), []);
    assert.deepEqual(await tags(), {});
    assert.equal((await set(null)).outcome, "unchanged");
    world.sandbox.advance(2 * hour);
    assert.equal(Object.keys(await observer.rulesFrom(cidrIp)).length, 1);
  });

  it("moves the schedule with the tag", async () => {
    await begin(role, "PT1H");
    const [before] = await observer.schedules();
    endIn(await set("PT5H"));
    assert.deepEqual(await observer.schedules(), [before]);
    world.sandbox.advance(2 * hour);
    assert.equal(Object.keys(await observer.rulesFrom(cidrIp)).length, 1);
    world.sandbox.advance(4 * hour);
    assert.deepEqual(await observer.rulesFrom(cidrIp), {});
  });

  it("extends at the last second, and says where it was too late", async () => {
    await begin(role, "PT1H");
    world.sandbox.advance(hour - minute);
    endIn(await set("PT1H"));
    world.sandbox.advance(30 * minute);
    assert.equal(Object.keys(await observer.rulesFrom(cidrIp)).length, 1);
    world.sandbox.advance(31 * minute);
    const failure = failureIn(await set("PT1H"));
    assert.equal(failure.kind, "notFound");
    assert.match(failure.message, /may have expired/);
    assert.deepEqual(await observer.schedules(), []);
  });

  it("leaves tag and schedule as they were where one of them cannot be moved", async () => {
    await begin(role, "PT1H");
    const before = await tags();
    for (const action of ["UpdateSchedule", "CreateTags"]) {
      world.sandbox.setFaults([{ action, code: "AccessDenied" }]);
      assert.equal(failureIn(await set("PT5H")).kind, "accessDenied", action);
      world.sandbox.setFaults([]);
      assert.deepEqual(await tags(), before);
    }
    world.sandbox.advance(hour + minute);
    assert.deepEqual(await observer.rulesFrom(cidrIp), {});
  });

  it("does not say that nothing was changed where the schedule was, and the tags could not be", async () => {
    const denied = (...actions: readonly string[]) =>
      world.sandbox.setFaults(actions.map((action) => ({ action, code: "AccessDenied" })));
    await begin(role);
    denied("CreateTags", "DeleteSchedule");
    assert.match(failureIn(await set("PT1H")).message, /Its schedule was changed all the same/);
    assert.equal((await observer.schedules()).length, 1);
    world.sandbox.setFaults([]);
    endIn(await set("PT1H"));
    denied("DeleteTags");
    const failure = failureIn(await set(null));
    assert.match(failure.message, /Its schedule was changed all the same: Set Expiry sets both anew\.$/);
    assert.equal(failure.action, "ec2:DeleteTags");
    assert.equal((await observer.schedules()).length, 1, "the one that could not be deleted before");
    denied("CreateSchedule", "DeleteTags");
    assert.match(failureIn(await set("PT2H")).message, /The tags with its end were set all the same/);
    assert.equal((await tags())["elasticache-access:by"], "sweep");
  });

  it("makes the schedule that somebody has deleted anew", async () => {
    await begin(role, "PT1H");
    world.sandbox.setFaults([{ action: "UpdateSchedule", code: "ResourceNotFoundException" }]);
    endIn(await set("PT2H"));
    world.sandbox.setFaults([]);
    assert.equal((await tags())["elasticache-access:by"], "schedule");
    world.sandbox.advance(2 * hour + minute);
    assert.deepEqual(await observer.rulesFrom(cidrIp), {});
  });

  it("leaves it to this extension where there is no role, and fails where nothing can be tagged", async () => {
    await begin({});
    endIn(await set("PT1H"));
    assert.equal((await tags())["elasticache-access:by"], "sweep");
    endIn(await set(null));
    world.sandbox.setFaults([{ action: "CreateTags", code: "AccessDenied" }]);
    assert.equal(failureIn(await set("PT1H")).action, "ec2:CreateTags");
    assert.deepEqual(await tags(), {});
  });

  it("is taken back by Undo, to the end there was before", async () => {
    await begin(role, "PT1H");
    const before = (await tags())["elasticache-access:expires"];
    endIn(await set("PT5H"));
    assert.equal((await world.run(undoLastChange, {})).outcome, "done");
    assert.equal((await tags())["elasticache-access:expires"], before);
  });

  it("fails for a rule that is not there, and one that a setting wants to end", async () => {
    await begin({});
    const gone = await world.run(setExpiry, {
      ...vpc,
      securityGroupRuleId: "sgr-0123456789abcdef0",
      expires: "PT1H",
    });
    assert.equal(failureIn(gone).kind, "notFound");
    world.settings = { ...world.settings, longestExpiry: { "*": "PT1H" } };
    for (const expires of [null, "PT2H"]) {
      assert.equal(failureIn(await set(expires)).field, "expires");
    }
  });

  it("asks when, and takes what is typed", async () => {
    await begin({});
    const ui = new ScriptedUi({ pick: "In an hour" });
    endIn(await set(undefined, ui));
    assert.ok(ui.asked[0]?.labels.includes("Never"));
    endIn(await set(undefined, new ScriptedUi({ type: "P2D" })));
    const at = Date.parse((await tags())["elasticache-access:expires"] ?? "");
    assert.ok(Math.abs(at - world.sandbox.now() - 48 * hour) < minute);
    await observer.ec2.send(
      new RevokeSecurityGroupIngressCommand({
        GroupId: await pagesGroup(world),
        SecurityGroupRuleIds: [ruleId],
      }),
    );
  });

  it("sets the end of a grant on this machine, and extends and cancels it", async () => {
    await begin({});
    await world.run(authorizeIngress, grant);
    const value = endIn(await world.run(setExpiry, { ...grant, expires: "PT1H" }));
    assert.ok(typeof value === "object" && value !== null && "by" in value && value.by === "sweep");
    assert.equal(world.services.expiry.remembered().length, 1);
    endIn(await world.run(setExpiry, { ...grant, expires: "PT5H" }));
    const [entry] = world.services.expiry.remembered();
    assert.ok((entry?.at ?? 0) - world.sandbox.now() > 4 * hour);
    assert.equal(endIn(await world.run(setExpiry, { ...grant, expires: null })), null);
    assert.deepEqual(world.services.expiry.remembered(), []);
    const gone = await world.run(setExpiry, { ...grant, ec2SecurityGroupName: "nobody", expires: "PT1H" });
    assert.equal(failureIn(gone).kind, "notFound");
    assert.equal(
      expiryIn(await world.run(authorizeIngress, { ...grant, ec2SecurityGroupName: "x", expires: "P1D" })).by,
      "sweep",
    );
  });
});
