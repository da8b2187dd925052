import assert from "node:assert/strict";
import { succeeded } from "../../../src/core/outcome";
import { trafficOf } from "../../../src/core/rules/traffic";
import { Emitter } from "../../../src/store/emitter";
import type { GroupEvent } from "../../../src/store/groupStore";
import { cachesRow } from "../../../src/tree/cachesRow";
import { openCaches, openWords } from "../../../src/tree/openCounts";
import type { Row } from "../../../src/tree/row";
import { ShownRows } from "../../../src/tree/shownRows";
import { tellChanges } from "../../../src/tree/tellChanges";
import { Account, cluster, rule, target } from "../support/account";

const region: Row = {
  id: "region",
  kind: "region",
  parent: undefined,
  params: target,
  item: () => assert.fail("not drawn here"),
};

/** The Caches section of an account, shown whole, and the rows that were told of. */
class Shown {
  readonly account = new Account();
  readonly groups = new Emitter<GroupEvent>();
  readonly profiles = new Emitter<void>();
  readonly accounts = new Emitter<string>();
  readonly rows = new ShownRows();
  told: (string | undefined)[] = [];
  readonly stop = tellChanges(
    {
      profiles: { changed: this.profiles },
      accounts: { changed: this.accounts },
      groups: { changed: this.groups },
      ...this.account.state,
    },
    this.rows,
    (row) => this.told.push(row?.id),
  );

  async open(): Promise<void> {
    const { account } = this;
    account.clusters = succeeded([
      cluster("one", ["sg-a"]),
      cluster("other", ["sg-a", "sg-b"]),
      cluster("closed", ["sg-a"]),
    ]);
    await account.vpc.load(target);
    await account.vpc.loadFacts(target);
    this.rows.take(undefined, [region]);
    this.show();
    this.told = [];
  }

  show(): void {
    this.#show(region, [cachesRow(this.account.state, region, target)]);
  }

  /** All but what is below the cache that nobody has opened. */
  #show(parent: Row, rows: readonly Row[]): void {
    this.rows.take(parent, rows);
    for (const row of rows) {
      this.rows.draw(row, row.item());
      if (row.params.cacheId !== "closed") {
        this.#show(row, row.children?.() ?? []);
      }
    }
  }

  /** Makes a rule, as a command does. */
  async authorize(groupId: string, cidr: string): Promise<void> {
    const made = {
      ...rule(groupId),
      id: `sgr-${cidr}`,
      source: { kind: "cidrIp", cidr } as const,
      ...trafficOf("tcp", 6379, 6379),
    };
    await this.account.vpc.authorize(target, async () => succeeded([made]));
    await this.account.vpc.loadFacts(target);
  }
}

const path = "dev/us-west-2";

describe("what is drawn anew", () => {
  it("is the row of a group whose rules have changed, below every cache that shows it", async () => {
    const shown = new Shown();
    await shown.open();
    await shown.authorize("sg-a", "10.0.0.0/24");
    assert.deepEqual(shown.told, [
      `vpcSecurityGroup/${path}/cluster/one/sg-a`,
      `vpcSecurityGroup/${path}/cluster/other/sg-a`,
    ]);
  });

  it("is the cache that is open by it, with what is below", async () => {
    const shown = new Shown();
    await shown.open();
    await shown.authorize("sg-b", "0.0.0.0/0");
    // The section too: it tells how many are open.
    assert.deepEqual(new Set(shown.told), new Set([`caches/${path}`]));
  });

  it("is the cache alone where the number of those that are open stays", async () => {
    const shown = new Shown();
    await shown.open();
    await shown.authorize("sg-b", "0.0.0.0/0");
    shown.show();
    shown.told = [];
    await shown.authorize("sg-b", "10.0.0.0/24");
    assert.deepEqual(shown.told, [`vpcSecurityGroup/${path}/cluster/other/sg-b`]);
  });

  it("is the section when its caches were read", async () => {
    const shown = new Shown();
    await shown.open();
    await shown.account.caches.refresh(target);
    assert.deepEqual(new Set(shown.told), new Set([`caches/${path}`]));
  });

  it("is the profile whose region nobody has opened, once its caches were read and checked for another's sake", async () => {
    const shown = new Shown();
    const { account } = shown;
    const profile: Row = {
      id: "profile/dev",
      kind: "profile",
      parent: undefined,
      params: { profile: target.profile },
      item: () => ({
        ...{
          label: "dev",
          description: openWords(openCaches(account.state, [target])),
          contextValue: "profile",
        },
        ...{ icon: { id: "account" }, tooltip: "", accessibilityLabel: "dev", open: "collapsed" },
      }),
    };
    account.clusters = succeeded([cluster("wide", ["sg-b"])]);
    account.rules = async (ids) =>
      succeeded(ids.map((id) => ({ ...rule(id), source: { kind: "cidrIp", cidr: "0.0.0.0/0" } as const })));
    shown.rows.take(undefined, [profile]);
    shown.rows.draw(profile, profile.item());
    await account.caches.load(target);
    assert.deepEqual(shown.told, [], "nothing that the row tells of has changed");
    await account.vpc.check(target);
    assert.deepEqual(new Set(shown.told), new Set(["profile/dev"]));
  });

  it("is everything when the profiles have changed, and nothing that is not shown", async () => {
    const shown = new Shown();
    await shown.open();
    shown.accounts.emit("dev");
    shown.groups.emit({ target, name: "mygroup" });
    assert.deepEqual(shown.told, []);
    shown.profiles.emit();
    assert.deepEqual(shown.told, [undefined]);
  });

  it("is nothing once nobody listens", async () => {
    const shown = new Shown();
    await shown.open();
    shown.stop();
    await shown.authorize("sg-a", "10.0.0.0/24");
    assert.deepEqual(shown.told, []);
  });
});
