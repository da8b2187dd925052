import assert from "node:assert/strict";
import { CreateManagedPrefixListCommand, EC2Client } from "@aws-sdk/client-ec2";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { whatCanThisReach } from "../../../src/commands/whatCanThisReach";
import { readRows, type TreeRow } from "../../../src/tree/readTree";
import { rootRows } from "../../../src/tree/roots";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-vpc", region: "us-west-2" };

describe("who is everybody", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
    await world.services.state.vpc.load(target);
  });
  afterEach(() => world.close());

  const groupId = (name: string) => {
    const { caches, vpc } = world.services.state;
    const ids = (caches.get(target).value ?? []).flatMap((cache) => cache.securityGroups ?? []);
    return ids.find(({ id }) => vpc.group(target, id)?.name === name)?.id ?? assert.fail(name);
  };
  const allow = async (name: string, source: object) => {
    const params = { ...target, securityGroupId: groupId(name), ...source };
    const result = await world.run(authorizeVpcIngress, params);
    assert.equal(result.outcome, "done", JSON.stringify(result));
  };
  const prefixList = (AddressFamily: "IPv4" | "IPv6", ...blocks: readonly string[]) =>
    listOf(10, AddressFamily, blocks);
  const listOf = async (
    MaxEntries: number,
    AddressFamily: "IPv4" | "IPv6",
    blocks: readonly string[],
  ): Promise<string> => {
    const { endpoint, region, profiles } = world.sandbox;
    const keys = profiles.find(({ name }) => name === target.profile) ?? assert.fail();
    const client = new EC2Client({ endpoint, region, credentials: keys });
    const { PrefixList } = await client.send(
      new CreateManagedPrefixListCommand({
        PrefixListName: `list-of-${blocks.length}`,
        AddressFamily,
        MaxEntries,
        Entries: blocks.map((Cidr) => ({ Cidr })),
      }),
    );
    client.destroy();
    return PrefixList?.PrefixListId ?? assert.fail();
  };
  const refuse = (...actions: readonly string[]) =>
    world.sandbox.setFaults(actions.map((action) => ({ action, code: "UnauthorizedOperation" })));
  /** The rows of a cache: its own, and those of its rules. */
  const rowsOf = async (cacheId: string) => {
    await world.services.state.vpc.refresh(target);
    await world.services.state.vpc.loadFacts(target);
    const all: TreeRow[] = [];
    const collect = (rows: readonly TreeRow[]) => {
      for (const row of rows) {
        all.push(row);
        collect(row.children ?? []);
      }
    };
    collect(await readRows(rootRows(world.services.state), true));
    const cache = all.find(({ contextValue, label }) => /^cache\b/.test(contextValue) && label === cacheId);
    assert.ok(cache, `there is no row for ${cacheId}`);
    const rules: TreeRow[] = [];
    const below = (row: TreeRow) => {
      if (/^rule\b/.test(row.contextValue)) {
        rules.push(row);
      }
      row.children?.forEach(below);
    };
    below(cache);
    return {
      cache,
      rule: (label: RegExp) => rules.find((row) => label.test(row.label)) ?? assert.fail(`no ${label}`),
    };
  };

  it("is said of a cache that two halves open, and of neither half alone", async () => {
    await allow("sessions-cache", { cidrIp: "0.0.0.0/1" });
    assert.doesNotMatch((await rowsOf("sessions")).cache.description, /open/);
    await allow("sessions-cache", { cidrIp: "128.0.0.0/1" });
    const { cache, rule } = await rowsOf("sessions");
    assert.match(cache.description, /^open\b/);
    assert.match(cache.contextValue, /^cache\.open\b/);
    assert.match(rule(/^128/).description, /^open with others/);
    assert.match(rule(/^128/).contextValue, /^rule\.open\b/);
  });

  it("is said of a cache whose prefix list holds everybody, and of no other", async () => {
    await allow("sessions-cache", { prefixListId: await prefixList("IPv4", "192.0.2.0/24") });
    assert.doesNotMatch((await rowsOf("sessions")).cache.description, /open/);
    await allow("sessions-cache", { prefixListId: await prefixList("IPv4", "10.0.0.0/8", "0.0.0.0/0") });
    assert.match((await rowsOf("sessions")).cache.description, /^open\b/);
  });

  it("is not known of a prefix list that could not be read", async () => {
    await allow("sessions-cache", { prefixListId: await prefixList("IPv4", "0.0.0.0/0") });
    refuse("GetManagedPrefixListEntries");
    const { cache, rule } = await rowsOf("sessions");
    assert.doesNotMatch(cache.description, /open/);
    assert.match(rule(/list-of-1/).description, /not known: what it holds/);
  });

  it("is nobody where the cache has no address of the family", async () => {
    await allow("sessions-cache", { prefixListId: await prefixList("IPv6", "::/0") });
    await allow("sessions-cache", { cidrIpv6: "::/0" });
    const { cache, rule } = await rowsOf("sessions");
    assert.doesNotMatch(cache.description, /open/);
    for (const label of [/list-of-1/, /^::\/0/]) {
      assert.match(rule(label).description, /^no effect: the cache is IPv4 only/);
      assert.doesNotMatch(rule(label).contextValue, /open/);
    }
  });

  it("is warned of in the review: halves, lists, whole private ranges", async () => {
    await allow("sessions-cache", { cidrIp: "0.0.0.0/1" });
    const sessions = { ...target, cacheKind: "replicationGroup", cacheId: "sessions" };
    const asked = async (source: string) => {
      const ui = new ScriptedUi({ type: source }, { input: "" }, "escape");
      const params = { ...sessions, securityGroupId: groupId("sessions-cache") };
      assert.equal((await world.run(authorizeVpcIngress, params, ui)).outcome, "cancelled");
      return ui.asked.at(-1)?.labels.join("\n") ?? "";
    };
    assert.match(await asked("128.0.0.0/1"), /With rules that are there already, .*sessions will be open/);
    assert.match(await asked(await prefixList("IPv4", "0.0.0.0/0")), /Open to whatever can route/);
    assert.match(await asked("10.0.0.0/8"), /All of 10\.0\.0\.0\/8/);
    const six = await asked("::/0");
    assert.match(six, /no effect on sessions, which is IPv4 only/);
    assert.doesNotMatch(six, /Open to/);
    assert.doesNotMatch(await asked("192.0.2.0/24"), /Open to|All of|will be open/);
    const list = await prefixList("IPv4", "192.0.2.0/24");
    refuse("GetManagedPrefixListEntries");
    assert.match(await asked(list), /What pl-\w+ holds is not known: it may be everybody/);
  });

  it("counts a prefix list as its maximum: the quota's message says so", async () => {
    const prefixListId = await listOf(61, "IPv4", ["192.0.2.0/24"]);
    const params = { ...target, securityGroupId: groupId("sessions-cache"), prefixListId };
    const result = await world.run(authorizeVpcIngress, params);
    assert.ok(result.outcome === "failed", JSON.stringify(result));
    assert.equal(result.failure.kind, "quota");
    assert.match(result.failure.message, /^Prefix list pl-\w+ counts as 61 rules, .*would have more rules/);
    refuse("DescribeManagedPrefixLists");
    const again = await world.run(authorizeVpcIngress, params);
    assert.match(JSON.stringify(again), /A prefix list counts as many rules as it may have entries/);
  });

  it("names what was not read in What Can This Reach?", async () => {
    refuse("DescribeSecurityGroupRules", "DescribeSecurityGroups");
    await world.services.state.vpc.refresh(target);
    // Another target's answer is not this one's.
    const fresh = await CommandWorld.start();
    try {
      fresh.sandbox.setFaults(
        ["DescribeSecurityGroupRules", "DescribeSecurityGroups"].map((action) => ({
          action,
          code: "UnauthorizedOperation",
        })),
      );
      await fresh.services.state.caches.load(target);
      const ui = new ScriptedUi();
      const result = await fresh.run(whatCanThisReach, { cidrIp: "10.30.7.0/24" }, ui);
      assert.equal(result.outcome, "done");
      assert.match(JSON.stringify(result), /not known, for its rules could not be read/);
      assert.match(ui.messages[0]?.text ?? "", /Not all is known of what 10\.30\.7\.0\/24 can reach/);
      const asked = new ScriptedUi("escape");
      await fresh.run(whatCanThisReach, { ...target, cidrIp: "10.30.7.0/24" }, asked);
      await new Promise((resolve) => setImmediate(resolve));
      assert.match(asked.asked[0]?.labels.join("\n") ?? "", /not known[\s\S]*sessions · us-west-2/);
    } finally {
      await fresh.close();
    }
  });

  it("says which caches may let a group in by its addresses", async () => {
    const { vpc } = world.services.state;
    await vpc.loadFacts(target);
    const workers = vpc.knownGroups(target).find(({ name }) => name === "workers")?.id;
    const result = await world.run(whatCanThisReach, { sourceSecurityGroupId: workers });
    assert.ok("notKnown" in result && Array.isArray(result.notKnown), JSON.stringify(result));
    const analytics = result.notKnown.find(({ cache }) => cache?.id === "analytics");
    assert.match(analytics?.why, /rules from addresses/);
  });
});
