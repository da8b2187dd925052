import assert from "node:assert/strict";
import type { CacheCluster } from "../../../src/core/caches/cacheParts";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, succeeded } from "../../../src/core/outcome";
import { CacheRow } from "../../../src/tree/cacheRow";
import { readRows, type TreeRow } from "../../../src/tree/readTree";
import type { Row } from "../../../src/tree/row";
import { Account, cluster, group, rule, target } from "../support/account";

const throttled: Failure = { kind: "throttled", message: "Too many requests" };
const section: Row = {
  id: "caches",
  kind: "caches",
  parent: undefined,
  params: target,
  item: () => assert.fail("not drawn here"),
};

/** A row and those below it, a line each: indented, the description behind two spaces. */
function outline(rows: readonly TreeRow[], indent = ""): readonly string[] {
  return rows.flatMap(({ label, description, children = [] }) => [
    `${indent}${label}  ${description}`.trimEnd(),
    ...outline(children, `${indent}  `),
  ]);
}

/** What is said of the caches of an account, loaded whole. */
async function said(account: Account): Promise<readonly string[]> {
  await account.caches.load(target);
  const rows = (account.caches.get(target).value ?? []).map(
    (cache) => new CacheRow(account.state, section, target, cache),
  );
  return outline(await readRows(rows, true));
}

const creating: Partial<CacheCluster> = { status: "creating", endpoints: [] };

describe("the rows of a cache", () => {
  it("say that a group lets nobody in where no rule covers the port", async () => {
    const account = new Account();
    account.clusters = succeeded([cluster("one", ["sg-a"])]);
    account.rules = async () => succeeded([{ ...rule("sg-a"), fromPort: 22, toPort: 22 }]);
    assert.deepEqual(await said(account), [
      "one  no AUTH · redis · cluster · 6379",
      "  name of sg-a  sg-a",
      "    Lets nobody in  no rule covers port 6379",
      "    Not on port 6379  1 rule",
      "      name of sg-source  tcp · 22",
    ]);
  });

  for (const status of ["creating", "deleting"]) {
    it(`do not say it while the cache is ${status} and its port is not told`, async () => {
      const account = new Account();
      account.clusters = succeeded([cluster("one", ["sg-a", "sg-b"], { ...creating, status })]);
      account.rules = async () => succeeded([rule("sg-a")]);
      const rows = await said(account);
      assert.deepEqual(rows.slice(0, 3), [
        `one  no AUTH · ${status} · redis · cluster · port not known yet`,
        "  name of sg-a  sg-a",
        "    Port not known yet  which of its rules let somebody in is not either",
      ]);
      assert.deepEqual(rows.slice(-1), ["    Lets nobody in  no rules"]);
      assert.equal(rows.filter((row) => /lets nobody in/i.test(row)).length, 1);
    });
  }

  it("do not say it of a cache whose security groups are not told", async () => {
    const account = new Account();
    account.clusters = succeeded([cluster("one", [], creating)]);
    assert.deepEqual(await said(account), [
      "one  not known · creating · redis · cluster · port not known yet",
      "  VPC groups not known  AWS tells none while it is creating",
    ]);
  });

  it("do not say it where the rules could not be read", async () => {
    const account = new Account();
    account.clusters = succeeded([cluster("one", ["sg-a"])]);
    account.rules = async () => failed(throttled);
    assert.deepEqual(await said(account), [
      "one  not known · redis · cluster · 6379",
      "  Throttled by AWS",
      "  name of sg-a  not known · sg-a",
      "    Rules not known  they could not be read",
    ]);
  });

  it("do not say it of a group that was attached since the rules could be read", async () => {
    const account = new Account();
    account.clusters = succeeded([cluster("one", ["sg-a"])]);
    await said(account);
    account.clusters = succeeded([cluster("one", ["sg-a", "sg-new"])]);
    account.rules = async () => failed(throttled);
    await account.caches.refresh(target);
    assert.deepEqual(await said(account), [
      "one  not known · redis · cluster · 6379",
      "  Throttled by AWS",
      "  name of sg-a  sg-a · stale",
      "    name of sg-source  tcp · 6379",
      "  name of sg-new  not known · sg-new · stale",
      "    Rules not known  they could not be read",
    ]);
  });

  it("say no AUTH of an open cache, and not where the list that tells was refused", async () => {
    const everybody = { kind: "cidrIp", cidr: "0.0.0.0/0" } as const;
    const account = new Account();
    account.clusters = succeeded([
      cluster("alone", ["sg-a"]),
      cluster("grouped-001", ["sg-a"], { replicationGroupId: "grouped" }),
    ]);
    account.replicationGroups = failed({ kind: "accessDenied", message: "May not" });
    account.rules = async () => succeeded([{ ...rule("sg-a"), source: everybody }]);
    const rows = (await said(account)).filter((row) => !row.startsWith("  "));
    assert.deepEqual(rows, [
      "alone  open · no AUTH · redis · cluster · 6379",
      "grouped  open · redis · replication group · 6379",
    ]);
  });

  it("say no AUTH where the default user needs no password, and not before that is known", async () => {
    const account = new Account();
    account.clusters = succeeded([]);
    account.serverless = succeeded([
      {
        name: "app",
        engine: "valkey",
        engineVersion: "8.0",
        status: "available",
        endpoints: [{ role: "serverless", address: "app.serverless.example", port: 6379 }],
        securityGroupIds: ["sg-a"],
        userGroupIds: ["app-users"],
        networkType: "ipv4",
      },
    ]);
    account.rules = async () =>
      succeeded([{ ...rule("sg-a"), source: { kind: "cidrIp", cidr: "0.0.0.0/0" } }]);
    account.users = failed({ kind: "accessDenied", message: "May not", action: "elasticache:DescribeUsers" });
    account.userGroups = succeeded([{ id: "app-users", userIds: ["default"] }]);
    assert.equal((await said(account))[0], "app  open · valkey · serverless · 6379");
    assert.deepEqual(
      account.caches.get(target).usersFailures.map(({ action }) => action),
      ["elasticache:DescribeUsers"],
    );
    account.users = succeeded([
      {
        id: "default",
        name: "default",
        accessString: "on ~* +@all",
        authentication: "no-password",
        userGroupIds: [],
      },
    ]);
    await account.caches.refresh(target);
    assert.equal((await said(account))[0], "app  open · no AUTH · valkey · serverless · 6379");
  });

  it("keep a rule whose source is of a kind not known here, and say that it is", async () => {
    const account = new Account();
    account.clusters = succeeded([cluster("one", ["sg-a"])]);
    account.rules = async () => succeeded([{ ...rule("sg-a"), source: { kind: "unknown" } }]);
    assert.deepEqual((await said(account)).slice(2), [
      "    Source of a kind not known here  not known: whom it lets in · tcp · 6379",
    ]);
  });

  it("say that it is not known before anybody asked, and that it is being checked while it is", async () => {
    const account = new Account();
    account.clusters = succeeded([cluster("one", ["sg-a"])]);
    account.rules = () => new Promise(() => undefined);
    await account.caches.load(target);
    const [cache] = account.caches.get(target).value ?? [];
    assert.ok(cache);
    const row = new CacheRow(account.state, section, target, cache);
    assert.equal(row.item().description, "not known · redis · cluster · 6379");
    void row.load();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(row.item().description, "checking… · redis · cluster · 6379");
    assert.deepEqual(
      row.whileLoading().map((group) => group.item().description),
      ["reading…"],
    );
  });

  it("say that nothing has a source only where all network interfaces were looked at", async () => {
    const account = new Account();
    account.clusters = succeeded([cluster("one", ["sg-a"])]);
    account.rules = async () => succeeded([rule("sg-a")]);
    account.groups = async (ids) => succeeded(ids.map((id) => group(id)));
    for (const complete of [true, false]) {
      account.interfaces = { counts: new Map([["sg-source", 0]]), complete };
      await account.vpc.refresh(target);
      const [, , row] = await said(account);
      assert.equal(/nobody uses it/.test(row ?? ""), complete);
    }
  });
});
