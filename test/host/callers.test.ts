import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CommandResult } from "../../src/core/commandResult";
import { call, rowAt, wholeTree } from "./rows";
import { useSandbox } from "./useSandbox";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const grant = {
  ...target,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const group = ["sandbox-classic", "us-west-2", "Cache security groups", "mygroup"] as const;

describe("what other extensions call commands with", () => {
  const sandbox = useSandbox({ latencyMs: 50 });
  const changes = () => sandbox().requests.filter(({ action }) => !/^(?:Describe|Get)/.test(action)).length;

  it("may be a row as readTree gave it, whether or not the view was ever open", async () => {
    const row = rowAt(await wholeTree(), ...group);
    assert.ok(row);
    const copied = await call("copyAsCli", row);
    assert.ok(copied.outcome === "done", JSON.stringify(copied));
    assert.match(String(copied.value), /describe-cache-security-groups .*"CacheSecurityGroupName":"mygroup"/);
    const name = await call("copyName", row);
    assert.deepEqual(name, { outcome: "done", value: "mygroup" });
  });

  it("may be a row that is gone: nothing is asked for in its place", async () => {
    const gone = {
      id: "cacheSecurityGroup/a/b/c",
      contextValue: "cacheSecurityGroup",
      label: "c",
      description: "d",
    };
    const result = await call("createCacheSecurityGroup", gone);
    assert.ok(result.outcome === "failed", JSON.stringify(result));
    assert.equal(result.failure.kind, "notFound");
  });

  it("may be a row of the view that has gone since", async () => {
    await call("showCaches", target);
    const fleeting = { ...target, cacheSecurityGroupName: "fleeting" };
    const created = await call("createCacheSecurityGroup", { ...fleeting, description: "Soon gone" });
    assert.equal(created.outcome, "done", JSON.stringify(created));
    const row = rowAt(await wholeTree(), ...group.slice(0, -1), "fleeting");
    assert.ok(row);
    assert.equal((await call("copyName", row)).outcome, "done");
    await call("deleteCacheSecurityGroup", { ...fleeting, confirmed: true });
    const result = await call("copyName", row);
    assert.ok(result.outcome === "failed", JSON.stringify(result));
    assert.equal(result.failure.kind, "notFound");
  });

  it("may be the same twice at once: one request, one result", async () => {
    const before = changes();
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => call("authorizeIngress", grant)));
    assert.deepEqual(new Set(results.map(({ outcome }) => outcome)), new Set(["done"]));
    assert.equal(changes() - before, 1);
  });

  it("may hold what is no JSON: two calls that differ are not taken for one", async () => {
    const names = ["odd1", "odd2"];
    const results = await Promise.all(
      names.map((name) => call("authorizeIngress", { ...grant, ec2SecurityGroupName: name, odd: 1n })),
    );
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ["done", "done"],
    );
    const rows = rowAt(await wholeTree(), ...group)?.children?.map(({ label }) => label) ?? [];
    assert.ok(
      names.every((name) => rows.includes(name)),
      rows.join(),
    );
  });

  it("is refused where confirmed is neither true nor false", async () => {
    const before = changes();
    const result = await call("revokeIngress", { ...grant, confirmed: "true" });
    assert.ok(
      result.outcome === "failed" && result.failure.kind === "invalidParameter",
      JSON.stringify(result),
    );
    assert.equal(changes(), before);
  });

  it("asks for nothing when VS Code has no row for the menu that was clicked", async () => {
    const result = await vscode.commands.executeCommand<CommandResult>(
      "elasticacheAccess.authorizeIngress",
      undefined,
      undefined,
    );
    assert.ok(result.outcome === "failed" && result.failure.kind === "notFound", JSON.stringify(result));
  });
});
