import assert from "node:assert/strict";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeMany } from "../../../src/commands/authorizeMany";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { RecentEnd } from "../../../src/ui/recentEnd";
import type { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { classic, expiryIn, grant, hour, minute, Observer, pagesGroup, started, vpc } from "./endsWorld";

const cidrIp = "192.0.2.0/24";

describe("Expires in the review", () => {
  let world: CommandWorld;
  let observer: Observer;

  beforeEach(async () => {
    world = await started({ "sandbox-vpc": "expiry" });
    observer = new Observer(world);
    let kept: unknown;
    Object.assign(world.services, {
      recentEnd: new RecentEnd({
        get: <T>() => kept as T | undefined,
        update: async (_, value) => {
          kept = value;
        },
      }),
    });
  });
  afterEach(async () => {
    observer.close();
    await world.close();
  });
  const review = (ui: ScriptedUi) => ui.asked.at(-1)?.labels ?? [];

  it("stands for never first, and what was used last from then on", async () => {
    const params = { ...vpc, securityGroupId: await pagesGroup(world), description: "Office" };
    const ui = new ScriptedUi({ type: cidrIp }, { pick: "Authorize ingress, expires in an hour" });
    assert.equal(expiryIn(await world.run(authorizeVpcIngress, params, ui)).by, "schedule");
    assert.equal(review(ui)[0], "Authorize ingress");
    assert.equal((await observer.schedules()).length, 1);
    world.sandbox.advance(hour + minute);
    assert.deepEqual(await observer.rulesFrom(cidrIp), {});
    await world.services.state.vpc.refresh(vpc);
    const next = new ScriptedUi({ type: cidrIp }, { type: "PT2H" });
    const expiry = expiryIn(await world.run(authorizeVpcIngress, params, next));
    assert.equal(review(next)[0], "Authorize ingress, expires in an hour");
    assert.ok(review(next).includes("Authorize ingress"));
    assert.ok(Math.abs(Date.parse(expiry.at) - world.sandbox.now() - 2 * hour) < minute);
  });

  it("is there for grants, and leaves out what a setting does not allow", async () => {
    await world.services.state.groups.load(classic);
    world.settings = { ...world.settings, longestExpiry: { "sandbox-*": "PT1H" } };
    const { ec2SecurityGroupOwnerId: owner, ...params } = grant;
    const ui = new ScriptedUi({ type: owner }, { pick: "Authorize ingress, expires in an hour" });
    assert.equal(expiryIn(await world.run(authorizeIngress, params, ui)).by, "sweep");
    assert.deepEqual(
      // The end of today is allowed in its last hour.
      review(ui).filter((label) => label.startsWith("Authorize") && !label.endsWith("today")),
      ["Authorize ingress, expires in an hour"],
    );
  });

  it("asks nothing more where params have said it", async () => {
    await world.services.state.groups.load(classic);
    const { ec2SecurityGroupOwnerId: owner, ...params } = grant;
    const ui = new ScriptedUi({ type: owner }, { pick: "Authorize ingress" });
    expiryIn(await world.run(authorizeIngress, { ...params, expires: "P1D" }, ui));
    assert.ok(!review(ui).some((label) => label.includes("expires")));
  });

  it("is a box to check where many are authorized", async () => {
    await world.services.state.groups.load(classic);
    const ui = new ScriptedUi(
      { pick: "Choose among those known…" },
      { pickMany: ["default"] },
      { pickMany: ["default into mygroup", "Expires in an hour", "Expires in a week"] },
    );
    const { cacheSecurityGroupName } = grant;
    const result = await world.run(authorizeMany, { ...classic, cacheSecurityGroupName }, ui);
    assert.equal(result.outcome, "done", JSON.stringify(result));
    const ends = world.services.expiry
      .remembered()
      .map(({ at }) => Math.round((at - world.sandbox.now()) / hour));
    assert.ok(ends.length > 0 && ends.every((hours) => hours === 1), String(ends));
  });

  it("is a box to check where one source is let in to many caches", async () => {
    await pagesGroup(world);
    const items = [
      { ...vpc, cacheKind: "cluster", cacheId: "pages" },
      { ...vpc, cacheKind: "serverless", cacheId: "storefront" },
    ];
    const ui = new ScriptedUi(
      { type: cidrIp },
      { input: "Office" },
      { pickMany: ["page-cache", "storefront-cache", "Expires in an hour"] },
    );
    const result = await world.run(authorizeVpcIngress, { items }, ui);
    assert.equal(result.outcome, "done", JSON.stringify(result));
    assert.equal((await observer.schedules()).length, 2);
  });
});
