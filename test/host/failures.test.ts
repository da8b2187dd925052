import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TreeRow } from "../../src/tree/readTree";
import { call, rowAt, until, wholeTree } from "./rows";
import { useSandbox } from "./useSandbox";

const classic = { profile: "sandbox-classic", region: "us-west-2" };
const region = ["sandbox-classic", "us-west-2"] as const;
const section = [...region, "Cache security groups"] as const;

describe("an endpoint that does not answer as it should", () => {
  const sandbox = useSandbox({ settleMs: 50 });

  before("answer within five seconds: throttling is given up after at most 3.5", async () => {
    await setting("requestTimeout", 5);
  });
  after(async () => {
    await setting("requestTimeout", undefined);
  });
  beforeEach(async () => {
    sandbox().setFaults([]);
    assert.equal((await call("refresh", classic)).outcome, "done");
  });

  for (const [code, kind, words] of [
    ["@html", "protocol", /HTML|page|answer/i],
    ["@empty", "protocol", /empty|answer/i],
    ["@hang", "network", /5 seconds/],
    ["@reset", "network", /reset|closed|connection/i],
    ["Throttling", "throttled", /./],
    ["AccessDenied", "accessDenied", /DescribeCacheSecurityGroups/],
    ["ExpiredToken", "credentials", /sandbox-classic/],
  ] as const) {
    it(`keeps the rows, stale, and says ${kind} when it answers ${code}`, async () => {
      sandbox().setFaults([{ action: "DescribeCacheSecurityGroups", code }]);
      const result = await call("refresh", classic);
      assert.ok(result.outcome === "failed", JSON.stringify(result));
      assert.equal(result.failure.kind, kind, JSON.stringify(result));
      const rows = await until(
        (all) => rowAt(all, ...region)?.contextValue === "region.stale",
        "the stale mark",
      );
      const branch = rowAt(rows, ...section);
      assert.equal(branch?.contextValue, "cacheSecurityGroups.stale");
      assert.match(branch?.description ?? "", /stale, read at/);
      const [failure, ...kept] = branch?.children ?? [];
      assert.match(failure?.contextValue ?? "", new RegExp(`^failure\\.${kind}\\b`));
      assert.equal(failure?.description, "");
      assert.match(result.failure.message, words);
      assert.deepEqual(
        kept.map(({ label }) => label),
        ["default", "mygroup", "rate-limit", "sessions"],
      );
      assert.ok(kept.every(({ contextValue }) => contextValue === "cacheSecurityGroup.stale"));
    });
  }

  it("is fresh again once it answers", async () => {
    const rows = await until((all) => rowAt(all, ...region)?.contextValue === "region", "the fresh mark");
    assert.equal(rowAt(rows, ...section)?.children?.[0]?.label, "default");
  });

  it("does not call a change done that was answered with a page", async () => {
    sandbox().setFaults([{ action: "AuthorizeCacheSecurityGroupIngress", code: "@html" }]);
    const result = await call("authorizeIngress", {
      ...classic,
      cacheSecurityGroupName: "mygroup",
      ec2SecurityGroupName: "never",
      ec2SecurityGroupOwnerId: "565419523791",
    });
    assert.ok(result.outcome === "failed" && result.failure.kind === "protocol", JSON.stringify(result));
    assert.equal(rowAt(await wholeTree(), ...section, "mygroup", "never"), undefined);
  });

  it("finds out what became of a change whose answer was lost", async () => {
    sandbox().setFaults([{ action: "AuthorizeCacheSecurityGroupIngress", code: "@lost", times: 1 }]);
    const result = await call("authorizeIngress", {
      ...classic,
      cacheSecurityGroupName: "mygroup",
      ec2SecurityGroupName: "lost and found",
      ec2SecurityGroupOwnerId: "565419523791",
    });
    assert.equal(result.outcome, "done", JSON.stringify(result));
  });
});

describe("two profiles and three regions at the same time", () => {
  const sandbox = useSandbox();
  const regions = ["us-west-2", "eu-west-1", "ap-south-1"];

  before(async () => {
    await setting("regions", { "sandbox-classic": regions, "sandbox-partner": regions });
  });
  after(async () => {
    await setting("regions", undefined);
  });

  it("are each right, one of them failing", async () => {
    await call("refresh");
    sandbox().setFaults([
      {
        action: "DescribeCacheSecurityGroups",
        code: "@html",
        profile: "sandbox-partner",
        region: "eu-west-1",
      },
    ]);
    await call("createCacheSecurityGroup", {
      profile: "sandbox-partner",
      region: "ap-south-1",
      cacheSecurityGroupName: "onlyhere",
      description: "only here",
    });
    await call("refresh");
    const rows = await wholeTree();
    const labels = (profile: string, name: string) =>
      below(rows, profile, name).map(({ label, contextValue }) =>
        /^failure\b/.test(contextValue) ? "!" : label,
      );
    assert.deepEqual(labels("sandbox-classic", "us-west-2"), [
      "default",
      "mygroup",
      "rate-limit",
      "sessions",
    ]);
    assert.deepEqual(labels("sandbox-classic", "eu-west-1"), ["default"]);
    assert.deepEqual(labels("sandbox-classic", "ap-south-1"), ["default"]);
    assert.deepEqual(labels("sandbox-partner", "us-west-2").includes("mygroup"), false);
    assert.deepEqual(labels("sandbox-partner", "eu-west-1"), ["!"]);
    assert.deepEqual(labels("sandbox-partner", "ap-south-1"), ["default", "onlyhere"]);
  });
});

describe("an endpoint that is down", () => {
  const sandbox = useSandbox();

  it("is named, and the rows stay", async () => {
    await call("refresh", classic);
    await sandbox().close();
    const result = await call("refresh", classic);
    assert.ok(result.outcome === "failed" && result.failure.kind === "network", JSON.stringify(result));
    assert.match(result.failure.message, /127\.0\.0\.1/);
    const rows = await wholeTree();
    // Once for both sections.
    assert.equal(rowAt(rows, ...region)?.children?.[0]?.contextValue, "failure.network");
    assert.equal(below(rows, ...region)[0]?.label, "default");
    assert.ok(rowAt(rows, ...section, "mygroup"));
  });
});

function below(rows: readonly TreeRow[], profile: string, name: string): readonly TreeRow[] {
  return rowAt(rows, profile, name, "Cache security groups")?.children ?? [];
}

async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration("elasticacheAccess")
    .update(name, value, vscode.ConfigurationTarget.Global);
}
