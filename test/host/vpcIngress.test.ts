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
