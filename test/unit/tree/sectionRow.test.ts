import assert from "node:assert/strict";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import type { Rule } from "../../../src/core/rules/rule";
import type { Branch } from "../../../src/store/branch";
import { cachesRow } from "../../../src/tree/cachesRow";
import { locateRow } from "../../../src/tree/locate";
import { type Row, rowsBelow } from "../../../src/tree/row";
import { SectionRow } from "../../../src/tree/sectionRow";
import { Account, rule, target } from "../support/account";

const region: Row = {
  id: "region",
  kind: "region",
  parent: undefined,
  params: target,
  item: () => assert.fail("not drawn here"),
};

/** The section of an account's caches, once they were read. */
async function sectionOf(account: Account) {
  await account.caches.refresh(target);
  return cachesRow(account.state, region, target).item();
}

describe("a section of which the first rows are there", () => {
  const below = (parent: Row, names: readonly string[]) =>
    names.map((name): Row => ({ ...region, id: name, parent, item: () => assert.fail("not drawn") }));
  const sectionWith = (branch: Branch<readonly string[]>) =>
    new SectionRow(region, target, {
      kind: "cacheSecurityGroups",
      label: "Cache security groups",
      icon: { id: "shield" },
      letsIn: ["Let in", "EC2 security groups"],
      branch: () => branch,
      load: async () => undefined,
      remark: () => undefined,
      rows: (section, { value }) => below(section, value ?? []),
    });

  it("shows them while the others are read, and says how many there are so far", () => {
    const section = sectionWith({ loading: true, soFar: ["a", "b"] });
    assert.equal(section.item().description, "reading… 2 so far");
    assert.equal(section.children(), undefined);
    assert.deepEqual(
      rowsBelow(section).map(({ id }) => id),
      ["a", "b"],
    );
    // A click on one of them finds it.
    assert.equal(locateRow([section], "b")?.id, "b");
  });

  it("shows the whole list once that is there", () => {
    const section = sectionWith({ loading: false, value: ["a", "b", "c"] });
    assert.equal(section.item().description, "3");
    assert.equal(rowsBelow(section).length, 3);
    assert.deepEqual(rowsBelow(sectionWith({ loading: true })), []);
  });
});

describe("the Caches section", () => {
  it("says none where there are none, and not where a list could not be read", async () => {
    const account = new Account();
    account.clusters = succeeded([]);
    assert.equal((await sectionOf(account)).description, "none");
    const fresh = new Account();
    fresh.clusters = succeeded([]);
    fresh.serverless = failed({ kind: "accessDenied", message: "May not" });
    assert.equal((await sectionOf(fresh)).description, "incomplete");
    fresh.clusters = new Account().clusters;
    assert.equal((await sectionOf(fresh)).description, "incomplete · 2 not known · 2 read");
  });

  it("says that it is being read, until it was", async () => {
    const account = new Account();
    const read = account.caches.load(target);
    const section = cachesRow(account.state, region, target);
    assert.deepEqual([section.item().description, section.item().icon.id], ["reading…", "loading~spin"]);
    assert.equal(section.children?.(), undefined);
    await read;
    assert.deepEqual(
      [section.item().description, section.item().icon.id],
      ["2 not known · 2 in all", "database"],
    );
  });

  it("says checking while any cache is checked, and then how many are open, public or not known", async () => {
    const account = new Account();
    const everybody = { kind: "cidrIp", cidr: "0.0.0.0/0" } as const;
    let answer = (_rules: Outcome<readonly Rule[]>) => {};
    account.rules = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const section = cachesRow(account.state, region, target);
    await section.load?.();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(section.item().description, "checking… · 2 in all");
    answer(succeeded([{ ...rule("sg-a"), source: everybody }]));
    await section.whatFollows?.();
    assert.equal(section.item().description, "1 open · 2 in all");
    account.rules = async () => failed({ kind: "accessDenied", message: "May not" });
    const refused = new Account();
    refused.rules = account.rules;
    const other = cachesRow(refused.state, region, target);
    await other.load?.();
    await other.whatFollows?.();
    assert.equal(other.item().description, "2 not known · 2 in all");
  });

  it("keeps what is not known where open caches alone are shown, and counts the others", async () => {
    const account = new Account();
    const labels = () => {
      const section = cachesRow({ ...account.state, onlyOpen: () => true }, region, target);
      return (section.children?.() ?? []).map((row) => row.item().label);
    };
    await account.caches.refresh(target);
    assert.deepEqual(labels(), ["one", "two"], "nobody knows yet");
    account.rules = async (ids) => succeeded(ids.map((id) => rule(id)));
    await account.vpc.load(target);
    assert.deepEqual(labels(), ["2 not shown"]);
  });
});
