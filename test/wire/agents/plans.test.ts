import assert from "node:assert/strict";
import { groupIdsOf } from "../../../src/core/caches/membershipChange";
import { parseFault } from "../../../src/sandbox/faults";
import { agentsIn } from "../../support/agentWorld";
import { CommandWorld } from "../../support/commandWorld";
import { modifyRule } from "../changes/contractCases";

const vpc = { profile: "sandbox-vpc", region: "us-west-2" };
const classic = { profile: "sandbox-classic", region: "us-west-2" };
const grant = {
  ...classic,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};

describe("a plan of an agent", () => {
  let world: CommandWorld;
  let tools: ReturnType<typeof agentsIn>;
  let now = Date.now();
  beforeEach(async () => {
    world = await CommandWorld.start();
    tools = agentsIn(world, () => now);
  });
  afterEach(() => world.close());

  const plan = (input: object) => tools.call("plan_cache_ingress", input);
  const apply = (planId: unknown) => tools.call("apply_cache_ingress_plan", { planId });

  async function analytics(): Promise<string> {
    await world.services.state.vpc.load(vpc);
    const cache = world.services.state.caches.find(vpc, { kind: "cluster", id: "analytics" });
    return groupIdsOf(cache ?? assert.fail())[0] ?? assert.fail();
  }

  const office = async () => ({ ...vpc, securityGroupId: await analytics(), cidrIp: "192.0.2.0/24" });

  async function madeRule(): Promise<{ securityGroupId: string; securityGroupRuleId: string }> {
    const made = await apply((await plan({ operation: "authorize", ...(await office()) })).planId);
    const [rule] = made.value as { SecurityGroupRuleId: string }[];
    return { securityGroupId: await analytics(), securityGroupRuleId: rule?.SecurityGroupRuleId ?? "" };
  }

  it("to let in addresses looks, and changes what it said once it is applied", async () => {
    const planned = await plan({
      operation: "authorize",
      ...vpc,
      cacheKind: "cluster",
      cacheId: "analytics",
      cidrIp: "192.0.2.0/24",
    });
    assert.deepEqual(
      planned.items.map(({ verdict }) => verdict),
      [{ kind: "toDo" }],
      JSON.stringify(planned),
    );
    assert.match(
      planned.items[0]?.text ?? "",
      /^192\.0\.2\.0\/24 on tcp 6379 will reach analytics through analytics-cache \(sg-/,
    );
    assert.match(planned.summary, /1 to do.*Nothing was changed/);
    assert.equal(Date.parse(planned.expiresAt), now + 15 * 60_000);
    assert.deepEqual(world.changes(), []);

    const applied = await apply(planned.planId);
    assert.equal(applied.outcome, "done", JSON.stringify(applied));
    assert.deepEqual(world.changes(), ["AuthorizeSecurityGroupIngress"]);
    assert.deepEqual(
      (await world.history()).map(({ outcome }) => outcome),
      ["done"],
    );
    const rules = world.services.state.vpc.rules(vpc, await analytics()) ?? [];
    assert.ok(rules.some(({ source }) => "cidr" in source && source.cidr === "192.0.2.0/24"));
    assert.equal(
      (await plan({ operation: "authorize", ...(await office()) })).items[0]?.verdict.kind,
      "alreadySo",
    );
  });

  it("of cache security groups is the same", async () => {
    const planned = await plan({ operation: "authorize", ...grant });
    assert.equal(planned.items[0]?.verdict.kind, "toDo");
    assert.match(
      planned.items[0]?.text ?? "",
      /default of account 565419523791 will reach the caches in mygroup/,
    );
    const applied = await apply(planned.planId);
    assert.equal(applied.outcome, "done", JSON.stringify(applied));

    const again = await plan({ operation: "authorize", ...grant });
    assert.equal(again.items[0]?.verdict.kind, "alreadySo");
    assert.equal((await apply(again.planId)).outcome, "unchanged");

    const revoke = await plan({ operation: "revoke", items: [grant] });
    const result = await apply(revoke.planId);
    assert.equal(result.outcome, "done", JSON.stringify(result));
    assert.equal((result.value as object[]).length, 1);
  });

  it("is applied once, by an id that it knows, within a quarter of an hour", async () => {
    const { planId } = await plan({ operation: "authorize", ...grant });
    const [first, second] = await Promise.all([apply(planId), apply(planId)]);
    assert.deepEqual([first.outcome, second.outcome].sort(), ["done", "failed"]);
    const old = await plan({ operation: "revoke", ...grant });
    now += 15 * 60_000;
    for (const id of [planId, old.planId, "nobody's", "", undefined, 7, {}, "__proto__"]) {
      const { outcome, failure } = await apply(id);
      assert.equal(outcome, "failed");
      assert.deepEqual([failure.kind, failure.field], ["invalidParameter", "planId"], String(id));
    }
    assert.equal(world.changes().length, 1);
  });

  it("is refused where a rule was changed since", async () => {
    const rule = await madeRule();
    const { planId } = await plan({ operation: "revoke", ...vpc, ...rule });
    await modifyRule(world, rule.securityGroupId, rule.securityGroupRuleId, "198.51.100.0/24");
    const { outcome, failure } = await apply(planId);
    assert.deepEqual([outcome, failure.kind], ["failed", "changedSince"], JSON.stringify(failure));
    assert.match(failure.message, /198\.51\.100\.0\/24.*Nothing was sent/);
  });

  it("is refused where what was to go is gone, and where what was there is not there any more", async () => {
    const rule = await madeRule();
    const revoke = await plan({ operation: "revoke", ...vpc, ...rule });
    const authorize = await plan({ operation: "authorize", ...(await office()) });
    assert.equal(authorize.items[0]?.verdict.kind, "alreadySo");
    const aws = await world.services.aws();
    const gone = await aws.revokeVpcIngress(vpc, {
      groupId: rule.securityGroupId,
      ruleId: rule.securityGroupRuleId,
    });
    assert.ok(gone.ok);
    const before = world.changes().length;
    assert.equal((await apply(revoke.planId)).failure.kind, "changedSince");
    assert.equal((await apply(authorize.planId)).failure.kind, "changedSince");
    assert.equal(world.changes().length, before);
  });

  it("leaves alone what somebody else has made meanwhile", async () => {
    const first = await plan({ operation: "authorize", ...(await office()) });
    await madeRule();
    assert.equal((await apply(first.planId)).outcome, "unchanged");
  });

  it("is refused where it would reach a cache more than it said", async () => {
    const shared = { ...vpc, securityGroupId: await analytics(), cidrIp: "192.0.2.0/24" };
    const { planId } = await plan({ operation: "authorize", ...shared });
    const name = { kind: "replicationGroup", id: "catalog" } as const;
    const catalog = world.services.state.caches.find(vpc, name) ?? assert.fail();
    const aws = await world.services.aws();
    const groupIds = [...groupIdsOf(catalog), shared.securityGroupId];
    const attached = await aws.replaceCacheGroups(vpc, { cache: name, groupIds });
    assert.ok(attached.ok, JSON.stringify(attached));
    const { failure } = await apply(planId);
    assert.equal(failure?.kind, "changedSince", JSON.stringify(failure));
    assert.match(failure.message, /catalog/);
  });

  for (const [name, settings] of [
    ["readOnly", { readOnly: true }],
    ["protected", { protectedProfiles: ["sandbox-*"] }],
  ] as const) {
    it(`is refused by the guard ${name}, whoever confirmed it, and may be applied without`, async () => {
      const { planId } = await plan({ operation: "authorize", ...grant });
      const before = world.settings;
      world.settings = { ...before, ...settings };
      assert.match((await plan({ operation: "revoke", ...grant })).summary, /would be refused/);
      const refused = await apply(planId);
      assert.deepEqual([refused.outcome, refused.failure.kind], ["failed", name]);
      assert.deepEqual(world.changes(), []);
      assert.deepEqual(tools.ui.asked, []);
      world.settings = before;
      assert.equal((await apply(planId)).outcome, "done");
    });
  }

  it("says what is missing, wrong, or no field of it", async () => {
    for (const [input, field] of [
      [{ ...grant }, "operation"],
      [{ operation: "delete", ...grant }, "operation"],
      [{ operation: "authorize", ...grant, ec2SecurityGroupOwnerId: "1" }, "ec2SecurityGroupOwnerId"],
      [{ operation: "authorize", ...classic, cacheSecurityGroupName: "mygroup" }, "ec2SecurityGroupName"],
      [{ operation: "authorize", ...vpc, securityGroupId: "sg-0123456789abcdef0" }, "cidrIp"],
      [{ operation: "authorize", ...vpc, cidrIp: "10.0.0.0/8" }, "securityGroupId"],
      [{ operation: "authorize", ...grant, expires: "soon" }, "expires"],
      [{ operation: "authorize", ...grant, expires: "2020-01-01T00:00Z" }, "expires"],
      [{ operation: "authorize", ...grant, expires: null }, "expires"],
      [{ operation: "authorize", items: [grant, { ...grant, expires: "soon" }] }, "expires"],
      [{ operation: "revoke", ...grant, expires: "PT1H" }, "expires"],
      [{ operation: "authorize", items: [{ ...grant, cidr: "10.0.0.0/8" }] }, "cidr"],
      [{ operation: "authorize", items: [] }, "items"],
      [{ operation: "authorize", items: Array.from({ length: 51 }, () => grant) }, "items"],
      [{ operation: "authorize", items: [grant, { ...vpc, cidrIp: "10.0.0.0/8" }] }, "items"],
      [{ operation: "revoke", ...vpc, securityGroupId: "sg-0123456789abcdef0" }, "securityGroupRuleId"],
    ] as const) {
      const { outcome, failure } = await plan(input);
      assert.deepEqual([outcome, failure?.kind, failure?.field], ["failed", "invalidParameter", field]);
    }
    assert.equal(
      (await plan({ operation: "authorize", ...grant, profile: "nobody" })).failure.kind,
      "credentials",
    );
    assert.deepEqual(world.changes(), []);
  });

  it("may have an end, of rules as of grants, which it says and its changes have", async () => {
    const { state } = world.services;
    for (const [input, what] of [
      [{ ...grant, expires: "PT1H" }, "this extension revokes it"],
      [{ ...(await office()), expires: "PT1H" }, "this extension revokes it"],
    ] as const) {
      const planned = await plan({ operation: "authorize", ...input });
      const [item] = planned.items;
      assert.equal(item?.expires, "PT1H");
      assert.match(item.text, new RegExp(`It expires .*: ${what}.* \\(PT1H after it is made\\)$`));
      assert.match(item.warnings.join(), /Connections that are open stay open/);
      const asked = tools.agents.confirmation("apply_cache_ingress_plan", { planId: planned.planId });
      assert.match(asked?.message ?? "", /It expires/);
      const { outcome, expiry } = await apply(planned.planId);
      assert.equal(outcome, "done");
      const left = Date.parse(expiry?.at ?? "") - state.ends.now(vpc);
      assert.ok(left > 3_500_000 && left <= 3_600_000, `${left} ms are left`);
      const again = await plan({ operation: "authorize", ...input });
      assert.equal(again.items[0]?.verdict.kind, "alreadySo");
      assert.match(again.items[0]?.warnings.join() ?? "", /keeps the end that it has/);
    }
    const listed = await tools.text("list_cache_access", { query: "mygroup" });
    assert.match(listed, /"ec2SecurityGroupName":"default"[^}]*"expires":"20/);
    const ofRules = await tools.text("list_cache_access", { ...vpc, cacheId: "analytics" });
    assert.match(ofRules, /"source":"192\.0\.2\.0\/24"[^}]*"expires":"20/);
  });

  it("has the end that its profile wants, at most, or can do nothing", async () => {
    world.settings = { ...world.settings, longestExpiry: { "sandbox-*": "PT2H" } };
    for (const input of [grant, await office()]) {
      for (const [expires, word] of [
        [undefined, /needs an end/],
        ["PT3H", /later than that/],
      ] as const) {
        const planned = await plan({ operation: "authorize", ...input, ...(expires ? { expires } : {}) });
        assert.equal(planned.items[0]?.verdict.failure?.field, "expires");
        assert.match(planned.items[0]?.verdict.failure?.message ?? "", word);
        assert.equal((await apply(planned.planId)).failure.field, "expires");
      }
      assert.deepEqual(world.changes(), []);
    }
    const short = await plan({ operation: "authorize", ...grant, expires: "PT1H" });
    // What was planned is held to the setting of the moment in which it is made.
    world.settings = { ...world.settings, longestExpiry: { "sandbox-*": "PT30M" } };
    assert.equal((await apply(short.planId)).failure.field, "expires");
    assert.deepEqual(world.changes(), []);
  });

  it("whose end is over by the time it is applied is refused", async () => {
    const soon = new Date(world.services.state.ends.now(classic) + 60_000).toISOString();
    const { planId } = await plan({ operation: "authorize", ...grant, expires: soon });
    world.services.state.ends.now = () => Date.now() + 120_000;
    assert.match((await apply(planId)).failure.message, /expires is over already/);
    assert.deepEqual(world.changes(), []);
  });

  it("names what is open to everywhere, and what may not be done", async () => {
    const open = await plan({ operation: "authorize", ...(await office()), cidrIp: "0.0.0.0/0" });
    assert.match(open.items[0]?.warnings.join() ?? "", /open|everybody|anybody|route/i);
    const rule = await madeRule();
    world.sandbox.setFaults([parseFault("RevokeSecurityGroupIngress=UnauthorizedOperation")]);
    const denied = await plan({ operation: "revoke", ...vpc, ...rule });
    assert.deepEqual(denied.items[0]?.verdict.kind, "impossible");
    assert.equal(denied.items[0]?.verdict.failure?.action, "ec2:RevokeSecurityGroupIngress");
  });

  it("is confirmed with its own review, of which no name makes a link", async () => {
    const name = "[click](command:evil)\n# Approved";
    const { planId } = await plan({ operation: "authorize", ...grant, ec2SecurityGroupName: name });
    const asked = tools.agents.confirmation("apply_cache_ingress_plan", { planId });
    assert.equal(asked?.title, "Authorize Ingress?");
    assert.match(asked?.message ?? "", /mygroup/);
    assert.match(asked?.message ?? "", /as profile sandbox\\-classic in us\\-west\\-2/);
    assert.doesNotMatch(asked?.message ?? "", /(?<!\\)\]\(|^#/m);
    for (const other of [{ planId: "nobody's" }, {}, undefined]) {
      assert.equal(tools.agents.confirmation("apply_cache_ingress_plan", other), undefined);
    }
    assert.equal(tools.agents.confirmation("list_cache_access", { planId }), undefined);
  });
});
