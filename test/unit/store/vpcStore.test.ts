import assert from "node:assert/strict";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, succeeded } from "../../../src/core/outcome";
import { branchState } from "../../../src/store/branch";
import { until } from "../../support/until";
import { Account, cluster, group, rule, target } from "../support/account";

const throttled: Failure = { kind: "throttled", message: "Too many requests" };

/** An account whose groups were read, and what its store has told since. */
async function loaded(): Promise<Account> {
  const account = new Account();
  await account.vpc.load(target);
  await account.vpc.loadFacts(target);
  account.told.splice(0);
  return account;
}

const never = () => new Promise<never>(() => undefined);
const aMoment = () => new Promise((resolve) => setImmediate(resolve));

describe("the VPC groups of a target's caches", () => {
  it("have their rules shown while their names take their time", async () => {
    const account = new Account();
    account.groups = never;
    void account.vpc.load(target);
    await aMoment();
    assert.equal(account.vpc.rules(target, "sg-a")?.length, 1);
    assert.equal(branchState(account.vpc.get(target)), "loaded");
    // At the beginning, and when the rules were there.
    assert.equal(account.told.length, 2);
  });

  it("have their names shown where their rules take long, which are not known until then", async () => {
    const account = new Account();
    account.rules = never;
    void account.vpc.load(target);
    await until(() => account.vpc.group(target, "sg-a")?.name === "name of sg-a", "the name");
    assert.equal(account.vpc.rules(target, "sg-a"), undefined);
    assert.equal(branchState(account.vpc.get(target)), "loading");
  });

  it("are asked for by name together with the sources of their rules, in one request", async () => {
    const account = new Account();
    const asked: (readonly string[])[] = [];
    account.groups = async (ids) => {
      asked.push(ids);
      return succeeded(ids.map(group));
    };
    await account.vpc.check(target);
    assert.deepEqual(asked, [["sg-a", "sg-b", "sg-source"]]);
    assert.equal(account.vpc.group(target, "sg-source")?.name, "name of sg-source");
  });

  it("are not asked again where the whole target fails, and then are not known", async () => {
    const account = new Account();
    let times = 0;
    account.rules = async () => {
      times += 1;
      return failed(throttled);
    };
    await account.vpc.check(target);
    assert.equal(times, 1);
    assert.equal(account.vpc.rules(target, "sg-a"), undefined);
  });

  it("are read in the background when a cache gets one, once the target is checked", async () => {
    const account = await loaded();
    account.clusters = succeeded([cluster("one", ["sg-a", "sg-new"])]);
    await account.caches.refresh(target);
    await aMoment();
    assert.equal(account.vpc.rules(target, "sg-new"), undefined);
    await account.vpc.check(target);
    account.clusters = succeeded([cluster("one", ["sg-a", "sg-newer"])]);
    await account.caches.refresh(target);
    await aMoment();
    assert.equal(account.vpc.rules(target, "sg-newer")?.length, 1);
  });

  it("are not known to have no rules where those were not read, though others' were before", async () => {
    const account = await loaded();
    account.clusters = succeeded([cluster("one", ["sg-a", "sg-new"]), cluster("two", ["sg-b"])]);
    account.rules = async () => failed(throttled);
    await account.caches.refresh(target);
    await account.vpc.load(target);
    assert.equal(account.vpc.rules(target, "sg-new"), undefined);
    assert.equal(account.vpc.rules(target, "sg-a")?.length, 1);
    assert.equal(branchState(account.vpc.get(target)), "stale");
    assert.deepEqual(account.vpc.get(target).failures, [throttled]);
  });

  it("are told of by name when a rule comes or goes", async () => {
    const account = await loaded();
    await account.vpc.authorize(target, async () => succeeded([{ ...rule("sg-a"), id: "sgr-2" }]));
    await account.vpc.revoke(target, { groupId: "sg-a", ruleId: "sgr-2" }, async () => succeeded(undefined));
    await account.vpc.loadFacts(target);
    assert.deepEqual(
      account.told.slice(0, 2).map(({ groupIds }) => groupIds),
      [["sg-a"], ["sg-a"]],
    );
    // Nothing is explained otherwise than before.
    assert.deepEqual(
      new Set(account.told.slice(2).flatMap(({ groupIds }) => groupIds ?? ["all"])),
      new Set(),
    );
  });

  it("are told of by name where their rules are explained anew", async () => {
    const account = await loaded();
    account.interfaces = { counts: new Map([["sg-other", 2]]), complete: true };
    await account.vpc.authorize(target, async () => succeeded([rule("sg-b", "sg-other")]));
    await account.vpc.loadFacts(target);
    assert.deepEqual(
      account.told.map(({ groupIds }) => groupIds),
      [["sg-b"], ["sg-b"]],
    );
  });

  it("may all be meant where less is explained than before", async () => {
    const account = await loaded();
    account.interfaces = { counts: new Map(), complete: false };
    await account.vpc.authorize(target, async () => succeeded([rule("sg-b", "sg-other")]));
    await account.vpc.loadFacts(target);
    assert.deepEqual(account.told.at(-1), { target });
  });
});
