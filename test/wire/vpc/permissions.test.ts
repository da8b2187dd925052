import assert from "node:assert/strict";
import type { Fault } from "../../../src/sandbox";
import { readRows, type TreeRow } from "../../../src/tree/readTree";
import { rootRows } from "../../../src/tree/roots";
import { startVpcWorld, type VpcWorld } from "./vpcWorld";

describe("the Caches section without permissions", () => {
  let world: VpcWorld;
  beforeEach(async () => {
    world = await startVpcWorld();
    await world.state.profiles.config();
  });
  afterEach(() => world.close());

  async function cachesWithout(...actions: readonly string[]): Promise<TreeRow> {
    world.sandbox.setFaults(actions.map((action): Fault => ({ action, code: "AccessDenied" })));
    const rows = await readRows(rootRows(world.state), true);
    const region = rows.find(({ label }) => label === "sandbox-vpc")?.children?.[0];
    return region?.children?.find(({ label }) => label === "Caches") ?? assert.fail("Caches");
  }

  const failures = (row: TreeRow | undefined) =>
    (row?.children ?? [])
      .filter(({ contextValue }) => /^failure\b/.test(contextValue))
      .map(({ label }) => /may not do (\S+)/.exec(label)?.[1]);
  const child = (row: TreeRow, label: string) => row.children?.find((each) => each.label === label);

  it("shows the other caches where one list is refused", async () => {
    const caches = await cachesWithout("DescribeServerlessCaches");
    assert.equal(caches.contextValue, "caches.incomplete");
    assert.deepEqual(failures(caches), ["elasticache:DescribeServerlessCaches"]);
    assert.equal(caches.children?.length, 8);
  });

  it("shows replication groups by their members", async () => {
    const caches = await cachesWithout("DescribeReplicationGroups");
    assert.deepEqual(failures(caches), ["elasticache:DescribeReplicationGroups"]);
    const sessions = child(caches, "sessions");
    assert.equal(sessions?.description, "valkey · replication group · 6379");
    assert.equal(sessions?.children?.length, 2);
  });

  it("shows replication groups without their security groups, and says why", async () => {
    const caches = await cachesWithout("DescribeCacheClusters");
    assert.deepEqual(failures(caches), ["elasticache:DescribeCacheClusters"]);
    assert.deepEqual(failures(child(caches, "sessions")), ["elasticache:DescribeCacheClusters"]);
    assert.deepEqual(failures(child(caches, "storefront")), []);
  });

  it("says everything that is refused, where nothing can be shown", async () => {
    const caches = await cachesWithout(
      "DescribeCacheClusters",
      "DescribeReplicationGroups",
      "DescribeServerlessCaches",
    );
    assert.deepEqual(failures(caches), [
      "elasticache:DescribeCacheClusters",
      "elasticache:DescribeReplicationGroups",
      "elasticache:DescribeServerlessCaches",
    ]);
  });

  it("shows rules although only the groups may be read", async () => {
    const caches = await cachesWithout("DescribeSecurityGroupRules");
    const sessions = child(caches, "sessions");
    assert.deepEqual(failures(sessions), ["ec2:DescribeSecurityGroupRules"]);
    const group = sessions?.children?.find(({ label }) => label === "sessions-cache");
    assert.equal(group?.children?.length, 3);
  });

  it("shows rules although groups may not be read: by their ids", async () => {
    const caches = await cachesWithout("DescribeSecurityGroups", "DescribeNetworkInterfaces");
    const sessions = child(caches, "sessions");
    assert.deepEqual(failures(sessions), ["ec2:DescribeSecurityGroups"]);
    const group = sessions?.children?.[1];
    assert.match(group?.label ?? "", /^sg-/);
    assert.match(group?.children?.[0]?.label ?? "", /^sg-\w+$/);
    assert.equal(group?.children?.[0]?.description, "tcp · 6379 · Web servers");
  });

  it("keeps what it had where a later read fails, marked stale", async () => {
    await cachesWithout();
    world.sandbox.setFaults([{ action: "*", code: "@reset" }]);
    await world.state.caches.refresh({ profile: "sandbox-vpc", region: "us-west-2" });
    const rows = await readRows(rootRows(world.state), false);
    const region = rows.find(({ label }) => label === "sandbox-vpc")?.children?.[0];
    const caches = region?.children?.find(({ label }) => label === "Caches");
    assert.equal(caches?.contextValue, "caches.stale");
    assert.equal(caches?.children?.length, 11);
    assert.equal(caches?.children?.[0]?.contextValue, "failure.network");
    assert.match(caches?.children?.[1]?.contextValue ?? "", /^cache\b.*\.stale$/);
  });
});

describe("the names of groups in peered accounts", () => {
  let world: VpcWorld;
  before(async () => {
    world = await startVpcWorld();
  });
  after(() => world.close());

  it("are known once a profile of the account is open", async () => {
    const { state } = world;
    const target = { profile: "sandbox-vpc", region: "us-west-2" };
    await state.profiles.config();
    const rules = async () => {
      const rows = await readRows(rootRows(state), true);
      const region = rows.find(({ label }) => label === "sandbox-vpc")?.children?.[0];
      const caches = region?.children?.find(({ label }) => label === "Caches");
      const catalog = caches?.children?.find(({ label }) => label === "catalog");
      return catalog?.children?.[0]?.children?.map(({ label }) => label.replace(/sg-\w+/, "sg-…")) ?? [];
    };
    await state.accounts.load({ ...target, profile: "sandbox-partner" });
    const [batch, deleted] = await rules();
    assert.equal(batch, "batch-jobs of 565419523791");
    assert.equal(deleted, "565419523791/sg-…");
  });
});
