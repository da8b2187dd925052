import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { CommandWorld } from "../../support/commandWorld";
import { until } from "../../support/until";
import { type KillableWindow, startKillableWindow } from "../support/killableWindow";
import { expiryIn, hour, minute, Observer, pagesGroup, SweepWindow, started, vpc } from "./endsWorld";

const cidrIp = "192.0.2.0/24";

describe("what was to expire when its window has ended", () => {
  let world: CommandWorld;
  let observer: Observer;
  let killed: KillableWindow | undefined;
  let securityGroupId: string;
  const others: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    world = await started();
    observer = new Observer(world);
    securityGroupId = await pagesGroup(world);
  });
  afterEach(async () => {
    await killed?.kill();
    killed = undefined;
    for (const close of others.splice(0)) {
      await close();
    }
    observer.close();
    await world.close();
  });

  /** A window that begins to be used, of the same machine, in which no target was opened. */
  const next = async (): Promise<SweepWindow> => {
    const other = CommandWorld.at(world.sandbox, world.sandbox.endpoint, world.folder);
    const window = new SweepWindow(other);
    others.push(async () => {
      window.sweep.dispose();
      await other.close();
    });
    await window.sweep.begin();
    return window;
  };
  const authorize = async () => {
    const params = { ...vpc, securityGroupId, cidrIp, expires: "PT1H" };
    return expiryIn(await world.run(authorizeVpcIngress, params));
  };
  const there = async () => Object.keys(await observer.rulesFrom(cidrIp)).length;
  const revokes = () => world.changes().filter((action) => action.startsWith("Revoke")).length;
  const killIn = async (
    command: string,
    how: { readonly answered: number; readonly carriesOut: boolean; readonly expiryRoles?: object },
  ) => {
    const { answered, carriesOut, ...settings } = how;
    killed = await startKillableWindow(world.sandbox, {
      ...{ folder: world.folder, command, held: 1, answered, carriesOut },
      params: { ...vpc, securityGroupId, cidrIp, expires: "PT1H" },
      ...("expiryRoles" in settings ? { settings: { expiryRoles: { [vpc.profile]: "expiry" } } } : {}),
    });
    await killed.kill();
  };

  it("is revoked once by the next window, which says so", async () => {
    await authorize();
    const first = new SweepWindow(world);
    await first.sweep.begin();
    first.sweep.dispose();
    world.sandbox.advance(2 * hour);
    const second = await next();
    assert.equal(await there(), 0);
    assert.equal(second.said.filter((text) => text.includes("has expired")).length, 1);
    assert.deepEqual((await next()).said, []);
    assert.deepEqual(first.said, []);
    assert.equal(revokes(), 1);
  });

  it("is told where that window alone was to revoke it: the next says that it is still there", async () => {
    world.sandbox.setFaults([{ action: "CreateTags", code: "UnauthorizedOperation" }]);
    assert.equal((await authorize()).by, "session");
    world.sandbox.advance(hour + minute);
    assert.deepEqual((await next()).said, [], "it may be about to");
    world.sandbox.advance(hour);
    const second = await next();
    assert.match(second.said.join(), /192\.0\.2\.0\/24.* was to expire.*still there/);
    await second.sweep.run();
    assert.equal(second.said.length, 1);
    assert.equal(revokes(), 0);
    // The one that knows revokes it, and then there is nothing to tell.
    await world.services.state.vpc.refresh(vpc);
    const own = new SweepWindow(world);
    await own.sweep.begin();
    own.sweep.dispose();
    assert.equal(await there(), 0);
    assert.deepEqual((await next()).said, []);
    assert.deepEqual(world.services.expiry.remembered(), []);
  });

  it("is revoked though it was killed before it knew the rule's id, and nobody has opened the target", async () => {
    await killIn("authorizeVpcIngress", { answered: 0, carriesOut: true });
    assert.equal(await there(), 1);
    world.sandbox.advance(2 * hour);
    const window = await next();
    await until(async () => (await there()) === 0, "it is revoked");
    assert.match(window.said.join(), /192\.0\.2\.0\/24.*has expired/);
    assert.equal(revokes(), 1);
    await window.sweep.run();
    assert.deepEqual(window.said.length, 1);
  });

  it("is revoked though it was killed before it had made the schedule", async () => {
    await killIn("authorizeVpcIngress", { answered: 1, carriesOut: false, expiryRoles: {} });
    assert.deepEqual([await there(), await observer.schedules()], [1, []]);
    world.sandbox.advance(hour + minute);
    await next();
    assert.equal(await there(), 1, "the schedule would have its time");
    world.sandbox.advance(5 * minute);
    const window = await next();
    assert.equal(await there(), 0);
    assert.match(window.said.join(), /EventBridge Scheduler had not revoked it/);
    assert.equal(revokes(), 1);
  });

  for (const carriesOut of [true, false]) {
    it(`is revoked once where it was killed while it revoked it, ${carriesOut ? "carried out" : "lost"}`, async () => {
      await authorize();
      world.sandbox.advance(2 * hour);
      await killIn("sweep", { answered: 0, carriesOut });
      assert.equal(await there(), carriesOut ? 0 : 1);
      const window = await next();
      assert.equal(await there(), 0);
      assert.equal(revokes(), 1);
      assert.equal(window.said.filter((text) => text.includes("has expired")).length, carriesOut ? 0 : 1);
      const { services } = world;
      await services.expiry.refresh();
      assert.deepEqual(services.expiry.remembered(), []);
    });
  }

  it("is left to the one of two windows at work on it, and tried again soon", async () => {
    await authorize();
    world.sandbox.advance(2 * hour);
    killed = await startKillableWindow(world.sandbox, {
      ...{ folder: world.folder, command: "sweep", params: {}, held: 1, answered: 0, carriesOut: false },
    });
    const window = await next();
    assert.deepEqual([await there(), revokes(), window.said], [1, 0, []]);
    assert.ok((window.wait ?? hour) <= minute, `${window.wait}`);
    await killed.kill();
    await window.sweep.run();
    assert.deepEqual([await there(), revokes()], [0, 1]);
  });

  it("is revoked once by two machines at the same moment, and one of them says so", async () => {
    await authorize();
    world.sandbox.advance(2 * hour);
    const folder = mkdtempSync(path.join(tmpdir(), "elsewhere-"));
    const elsewhere = CommandWorld.at(world.sandbox, world.sandbox.endpoint, folder);
    const windows = [new SweepWindow(world), new SweepWindow(elsewhere)];
    others.push(async () => {
      for (const { sweep } of windows) {
        sweep.dispose();
      }
      await elsewhere.close();
      rmSync(folder, { recursive: true, force: true });
    });
    // Both know of it by its tags, and look before either has revoked it.
    await Promise.all([world, elsewhere].map(({ services }) => services.state.vpc.refresh(vpc)));
    await Promise.all(windows.map(({ sweep }) => sweep.run()));
    assert.equal(await there(), 0);
    const said = windows.flatMap((window) => window.said);
    assert.equal(said.length, 1, JSON.stringify(said));
    assert.match(said[0] ?? "", /has expired/);
    assert.deepEqual(world.services.expiry.remembered(), []);
  });

  it("is revoked within a minute after a computer wakes that was asleep over the end", async () => {
    await authorize();
    const window = await next();
    const wait = window.wait ?? hour;
    assert.ok(wait <= minute, `timers stand still in sleep: ${wait}`);
    const before = world.sandbox.requests.length;
    window.wake();
    assert.equal(world.sandbox.requests.length, before, "it looks at the clock, and asks nobody");
    const { now } = Date;
    try {
      Date.now = () => now() + 8 * hour;
      window.wake();
      await window.sweep.run();
      assert.equal(await there(), 0);
      assert.equal(window.said.filter((text) => text.includes("has expired")).length, 1);
      window.wake();
      await window.sweep.run();
      assert.equal(revokes(), 1);
    } finally {
      Date.now = now;
    }
  });
});
