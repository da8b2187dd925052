import assert from "node:assert/strict";
import type { TreeRow } from "../../src/tree/readTree";
import { call, rowAt, wholeTree } from "./rows";
import { useSandbox } from "./useSandbox";

const section = ["sandbox-vpc", "us-west-2", "Caches"] as const;

describe("the Caches section", () => {
  useSandbox();
  let rows: readonly TreeRow[];
  before(async () => {
    await call("refresh", { profile: "sandbox-vpc", region: "us-west-2" });
    rows = await wholeTree();
  });

  /**
   * What the rows below a path say, the ids of groups left out: `label | description | context value`. A group of
   * another account has its name only where that account's profile was opened by then.
   */
  const below = (...path: readonly string[]) =>
    rowAt(rows, ...section, ...path)?.children?.map(({ label, description, contextValue }) =>
      [label, description, contextValue]
        .join(" | ")
        .replace(/\b(sg|pl)-[0-9a-f]{17}\b/g, "$1-…")
        .replace(/^batch-jobs of (\d+)/, "$1/sg-…"),
    );

  it("lists caches of every kind, with engine, kind and port, and marks the open ones", () => {
    assert.deepEqual(below(), [
      "analytics | no AUTH · redis · cluster · 6379 | cache.noAuth",
      "catalog | valkey · replication group · 6379 | cache",
      "dual-stack | no AUTH · valkey · replication group · 6379 | cache.noAuth",
      "fragments | no AUTH · memcached · serverless · 11211, 11212 | cache.noAuth",
      "ledger | no AUTH · redis · replication group · 6379 | cache.noAuth",
      "open-test | open · no AUTH · redis · cluster · 6379 | cache.open.noAuth",
      "pages | no AUTH · memcached · cluster · 11311 | cache.noAuth",
      "public-feed | public · valkey · serverless · 6379, 6380 | cache.public",
      "sessions | valkey · replication group · 6379 | cache",
      "storefront | valkey · serverless · 6379, 6380 | cache",
    ]);
  });

  it("shows the two groups of a replication group of three clusters once each", () => {
    assert.deepEqual(below("sessions"), [
      "sessions-cache | sg-… | vpcSecurityGroup",
      "shared-cache | CloudFormation · sg-… | vpcSecurityGroup.managed",
    ]);
  });

  it("shows who may connect: groups, groups of other accounts, blocks, prefix lists", () => {
    assert.deepEqual(below("catalog", "shared-cache"), [
      "565419523791/sg-… | tcp · 6379 · Batch jobs of the partner | rule",
      "565419523791/sg-… | stale reference · tcp · 6379 · Importer of the partner | rule.staleReference",
      "office-networks | tcp · 6379 · Offices | rule",
      "workers | tcp · 6379-6380 · Background workers | rule",
    ]);
    assert.deepEqual(below("analytics", "analytics-cache"), [
      "bastion | all traffic · Operators | rule",
      "10.30.0.0/16 | tcp · 6379 · The whole network of the partner | rule",
    ]);
  });

  it("counts the rules that do not cover the port, and holds them", () => {
    assert.deepEqual(below("sessions", "sessions-cache"), [
      "web | tcp · 6379 · Web servers | rule",
      "legacy-admin | nobody uses it · tcp · 6379 · Old admin tool | rule.unused",
      "Not on port 6379 | 1 rule | otherRules",
    ]);
    assert.deepEqual(below("sessions", "sessions-cache", "Not on port 6379"), [
      "bastion | tcp · 22 · Left over | rule",
    ]);
    // A port of its own: the usual one is not covered.
    assert.deepEqual(below("pages", "page-cache"), [
      "web | tcp · 11311 · Web servers | rule",
      "Not on port 11311 | 1 rule | otherRules",
    ]);
  });

  it("makes an open rule stand out, and says where it counts for nothing", () => {
    assert.deepEqual(below("open-test", "open-cache"), [
      "0.0.0.0/0 | open, no AUTH · tcp · 6379 | rule.open",
      "::/0 | no effect: the cache is IPv4 only · tcp · 6379 | rule.noEffect",
    ]);
  });

  it("gives serverless caches both of their ports", () => {
    assert.deepEqual(below("storefront", "storefront-cache"), [
      "web | tcp · 6379-6380 · Web servers | rule",
      "workers | port 6379 only · tcp · 6379 · Background workers, which cannot use the reader port | rule.partial",
    ]);
  });

  it("never shows a public serverless cache as closed", () => {
    assert.deepEqual(below("public-feed"), [
      "Anyone on the internet | open · with elasticache:Connect · tcp · 6379, 6380 | publicAccess.open",
    ]);
  });

  it("gives each row an id of its own, also below caches that share a group", () => {
    const ids: string[] = [];
    const collect = (row: TreeRow) => {
      ids.push(row.id);
      row.children?.forEach(collect);
    };
    rows.forEach(collect);
    assert.equal(new Set(ids).size, ids.length);
  });
});
