import assert from "node:assert/strict";
import { call, rowAt, until, wholeTree } from "./rows";
import { useSandbox } from "./useSandbox";

const target = { profile: "sandbox-vpc", region: "us-west-2" };
const caches = ["sandbox-vpc", "us-west-2", "Caches"] as const;
const group = [...caches, "analytics", "analytics-cache"] as const;

describe("Authorize and Revoke VPC Ingress by params", () => {
  useSandbox();

  it("shows the new rule at once, and takes it away again", async () => {
    await call("refresh", target);
    const securityGroupId = rowAt(await wholeTree(), ...group)?.description ?? "";
    const made = await call("authorizeVpcIngress", {
      ...target,
      securityGroupId,
      cidrIp: "192.0.2.0/24",
      fromPort: 6379,
      toPort: 6379,
      description: "Office",
    });
    assert.ok(made.outcome === "done", JSON.stringify(made));
    const [rule] = made.value as { SecurityGroupRuleId: string }[];
    const rows = await until((all) => rowAt(all, ...group, "192.0.2.0/24") !== undefined, "the rule's row");
    assert.equal(rowAt(rows, ...group, "192.0.2.0/24")?.description, "tcp · 6379 · Office");

    const again = await call("authorizeVpcIngress", { ...target, securityGroupId, cidrIp: "192.0.2.0/24" });
    assert.equal(again.outcome, "unchanged");

    const revoked = await call("revokeVpcIngress", {
      ...target,
      securityGroupId,
      securityGroupRuleId: rule?.SecurityGroupRuleId,
      confirmed: true,
    });
    assert.equal(revoked.outcome, "done");
    await until((all) => rowAt(all, ...group, "192.0.2.0/24") === undefined, "the end of the row");
  });

  it("gives a rule an end, moves it and takes it away again, and the row says when", async () => {
    await call("refresh", target);
    const securityGroupId = rowAt(await wholeTree(), ...group)?.description ?? "";
    const cidrIp = "203.0.113.0/24";
    const made = await call("authorizeVpcIngress", { ...target, securityGroupId, cidrIp, expires: "PT1H" });
    assert.ok(made.outcome === "done", JSON.stringify(made));
    const [{ SecurityGroupRuleId: securityGroupRuleId } = assert.fail("no rule")] = made.value as readonly {
      readonly SecurityGroupRuleId: string;
    }[];
    const says = (what: RegExp, word: RegExp) =>
      until((rows) => {
        const row = rowAt(rows, ...group, cidrIp);
        return row !== undefined && what.test(row.description) && word.test(row.contextValue);
      }, String(what));
    const expiring = /^rule\b.*\bexpires\b/;
    await says(/^expires in (?:60|59) min · tcp/, expiring);

    const rule = { ...target, securityGroupRuleId };
    const moved = await call("setExpiry", { ...rule, expires: "P3D" });
    assert.ok(moved.outcome === "done", JSON.stringify(moved));
    const { at, by, ruleIds } = moved.value as { at: string; by: string; ruleIds: readonly string[] };
    assert.deepEqual([by, ruleIds], ["sweep", [securityGroupRuleId]]);
    await says(/^expires in 3 days · tcp/, expiring);
    const listed = await call("showExpiring", { query: at.slice(0, 10) });
    assert.ok(listed.outcome === "done", JSON.stringify(listed));
    assert.match(JSON.stringify(listed.value), new RegExp(`"securityGroupRuleId":"${securityGroupRuleId}"`));

    const wrong = await call("setExpiry", { ...rule, expires: "soon" });
    assert.ok(wrong.outcome === "failed", JSON.stringify(wrong));
    assert.deepEqual([wrong.failure.kind, wrong.failure.field], ["invalidParameter", "expires"]);
    assert.deepEqual(await call("setExpiry", { ...rule, expires: null }), { outcome: "done", value: null });
    await says(/^tcp/, /^(?!.*expires)/);
    assert.equal((await call("setExpiry", { ...rule, expires: null })).outcome, "unchanged");
    assert.equal(
      (await call("revokeVpcIngress", { ...rule, securityGroupId, confirmed: true })).outcome,
      "done",
    );
  });

  it("opens every cache that shares the group", async () => {
    const shared = rowAt(await wholeTree(), ...caches, "catalog", "shared-cache")?.description ?? "";
    const [securityGroupId = ""] = /sg-\w+/.exec(shared) ?? [];
    const made = await call("authorizeVpcIngress", { ...target, securityGroupId, cidrIp: "198.51.100.0/24" });
    assert.equal(made.outcome, "done", JSON.stringify(made));
    const rows = await wholeTree();
    for (const cache of ["catalog", "sessions"]) {
      assert.ok(rowAt(rows, ...caches, cache, "shared-cache", "198.51.100.0/24"), cache);
    }
  });

  it("copies a rule as the call that makes it", async () => {
    const [securityGroupId = ""] = /sg-\w+/.exec(rowAt(await wholeTree(), ...group)?.description ?? "") ?? [];
    const rule = { ...target, securityGroupId, cidrIp: "10.30.0.0/16", fromPort: 6379, toPort: 6379 };
    const copied = await call("copyAsCli", rule);
    assert.ok(copied.outcome === "done", JSON.stringify(copied));
    assert.match(String(copied.value), /aws ec2 authorize-security-group-ingress --cli-input-json/);
    assert.match(String(copied.value), /"CidrIp":"10\.30\.0\.0\/16"/);
  });

  it("leads from the refusal to the caches", async () => {
    assert.equal((await call("showCaches", target)).outcome, "done");
  });
});
