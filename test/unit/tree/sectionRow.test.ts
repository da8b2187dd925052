import assert from "node:assert/strict";
import { failed, succeeded } from "../../../src/core/outcome";
import { cachesRow } from "../../../src/tree/cachesRow";
import type { Row } from "../../../src/tree/row";
import { Account, target } from "../support/account";

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
    assert.equal((await sectionOf(fresh)).description, "incomplete · 2");
  });

  it("says that it is being read, until it was", async () => {
    const account = new Account();
    const read = account.caches.load(target);
    const section = cachesRow(account.state, region, target);
    assert.deepEqual([section.item().description, section.item().icon.id], ["reading…", "loading~spin"]);
    assert.equal(section.children?.(), undefined);
    await read;
    assert.deepEqual([section.item().description, section.item().icon.id], ["2", "database"]);
  });
});
