import assert from "node:assert/strict";
import type { Params } from "../../../src/commands/command";
import { whatCanThisReach } from "../../../src/commands/whatCanThisReach";
import type { ReachMatch } from "../../../src/store/reachable/matches";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";

const region = "us-west-2";

describe("What can this reach?", () => {
  let world: CommandWorld;
  before(async () => {
    world = await CommandWorld.start();
    const { state } = world.services;
    for (const profile of ["sandbox-vpc", "sandbox-classic", "sandbox-partner"]) {
      await Promise.all([state.groups.load({ profile, region }), state.vpc.load({ profile, region })]);
    }
  });
  after(() => world.close());

  async function reached(params: Params): Promise<readonly string[]> {
    const result = await world.run(whatCanThisReach, params);
    assert.ok(result.outcome === "done", JSON.stringify(result));
    return (result.value as readonly ReachMatch[])
      .map(({ profile, cache, cacheSecurityGroupName, ports, why }) =>
        [
          profile,
          cache?.id ?? `(${cacheSecurityGroupName})`,
          ports.join(),
          /^(?:open|a part|public|cache security group)/.exec(why)?.[0] ?? "",
        ]
          .filter(Boolean)
          .join(" "),
      )
      .sort();
  }

  const groupNamed = (name: string) =>
    world.services.state.vpc
      .knownGroups({ profile: "sandbox-vpc", region })
      .find((group) => group.name === name)?.id ?? assert.fail(name);

  it("lists every cache with a rule for a group, and those that let everybody in", async () => {
    assert.deepEqual(await reached({ sourceSecurityGroupId: groupNamed("workers") }), [
      "sandbox-vpc catalog 6379",
      "sandbox-vpc open-test 6379 open",
      "sandbox-vpc public-feed 6379,6380 public",
      "sandbox-vpc sessions 6379",
      // A rule for one of the two ports.
      "sandbox-vpc storefront 6379",
    ]);
  });

  it("tells a block from a part of it", async () => {
    assert.deepEqual(await reached({ cidrIp: "10.30.7.0/24" }), [
      "sandbox-vpc analytics 6379",
      "sandbox-vpc open-test 6379 open",
      "sandbox-vpc public-feed 6379,6380 public",
    ]);
    assert.ok((await reached({ cidrIp: "10.0.0.0/8" })).includes("sandbox-vpc analytics 6379 a part"));
  });

  it("lists a grant of the first generation, with the caches that are in its group", async () => {
    const found = await reached({
      ec2SecurityGroupName: "checkout",
      ec2SecurityGroupOwnerId: "123456781234",
    });
    assert.ok(found.includes("sandbox-classic sessions-001 11211 cache security group"), found.join());
  });

  it("says in how many targets it has looked, and looks in the rest", async () => {
    const other = await CommandWorld.start();
    try {
      const target = { profile: "sandbox-vpc", region };
      await other.services.state.vpc.load(target);
      const group = other.services.state.vpc.knownGroups(target).find(({ name }) => name === "web");
      const ui = new ScriptedUi({ pick: "Look in 2 more targets" }, "escape");
      await other.run(whatCanThisReach, { ...target, sourceSecurityGroupId: group?.id ?? "" }, ui);
      await until(() => ui.asked.length === 2, "the list is shown again");
      assert.ok(ui.asked[0]?.labels.includes("Looked in 1 of 3 targets"));
      assert.ok(ui.asked[1]?.labels.includes("Looked in 3 of 3 targets"));
      assert.ok(ui.asked[1]?.labels.every((label) => !label.startsWith("Look in")));
    } finally {
      await other.close();
    }
  });

  it("shows the list to whoever asks from a row", async () => {
    const ui = new ScriptedUi("escape");
    const rule = { profile: "sandbox-vpc", region, sourceSecurityGroupId: groupNamed("web") };
    await world.run(whatCanThisReach, rule, ui);
    // The result does not wait for the list.
    await new Promise((resolve) => setImmediate(resolve));
    ui.assertAllAsked();
    assert.ok(ui.asked[0]?.labels.includes("sessions"));
    assert.match(ui.asked[0]?.details.join("\n") ?? "", /sessions-cache allows web \(sg-\w+\) on tcp 6379/);
  });
});
