import assert from "node:assert/strict";
import { find } from "../../../src/commands/find";
import { refreshTarget } from "../../../src/store/refreshTarget";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const vpc = { profile: "sandbox-vpc", region: "us-west-2" };

describe("Find", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  async function found(query: string): Promise<readonly string[]> {
    const result = await world.run(find, { query });
    assert.ok(result.outcome === "done" && Array.isArray(result.value), JSON.stringify(result));
    return result.value.map(({ path, label }) => [...path, label].join(" › "));
  }

  async function endpointOf(id: string): Promise<string> {
    const caches = world.services.state.caches.get(vpc).value ?? [];
    const address = caches.find((cache) => cache.id === id)?.endpoints[0]?.address;
    assert.ok(address, id);
    return address;
  }

  it("finds the cache of an endpoint in a target that nobody has opened", async () => {
    const other = await CommandWorld.start();
    await refreshTarget(other.services.state, vpc);
    const address = (other.services.state.caches.get(vpc).value ?? []).find(({ id }) => id === "sessions")
      ?.endpoints[0]?.address;
    await other.close();
    assert.ok(address);
    assert.deepEqual(await found(`Error: connect ETIMEDOUT`), []);
    const fresh = world.sandbox.requests.length;
    assert.ok(fresh > 0, "looked in the rest");
    assert.deepEqual(await found(`rediss://${address}:6379`), [
      "sandbox-vpc › us-west-2 › Caches › sessions",
    ]);
  });

  it("sends nothing where what is loaded has it, or nothing is looked for", async () => {
    await refreshTarget(world.services.state, vpc);
    const address = await endpointOf("sessions");
    const before = world.sandbox.requests.length;
    assert.deepEqual(await found(address), ["sandbox-vpc › us-west-2 › Caches › sessions"]);
    assert.deepEqual(await found(" "), []);
    assert.equal(world.sandbox.requests.length, before);
  });

  it("finds rules by an address that they let in, and a group of several caches once", async () => {
    await refreshTarget(world.services.state, vpc);
    await world.services.state.vpc.load(vpc);
    const rules = world.services.state.vpc.get(vpc).value;
    assert.ok(rules);
    const hits = await found("203.0.113.77");
    assert.equal(
      new Set(hits.map((path) => path.split(" › ").slice(-2).join())).size,
      hits.length,
      hits.join("\n"),
    );
    assert.ok(hits.length > 0);
    const groups = await found("sessions-cache");
    assert.equal(groups.filter((path) => path.endsWith("› sessions-cache")).length, 1, groups.join("\n"));
  });

  it("offers the rest to whoever is asked, and shows what was found there", async () => {
    const ui = new ScriptedUi({ pick: /^Look in \d+ more targets/ }, { pick: "sessions-next" });
    const result = await world.run(find, {}, ui);
    assert.equal(result.outcome, "done");
    assert.equal(ui.asked[0]?.labels.includes("sessions-next"), false);
    assert.ok(!ui.asked[1]?.labels.some((label) => label.startsWith("Look in")), "everything was looked at");
    assert.ok(!ui.asked[1]?.labels.includes("Caches"), "no headings among the hits");
    assert.ok(ui.progressed.length > 0);
  });
});
