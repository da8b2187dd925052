import assert from "node:assert/strict";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeMany } from "../../../src/commands/authorizeMany";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { HistoryRows, pageSize } from "../../../src/commands/history/historyRows";
import { copyRecorded, showRecorded, undoRecorded } from "../../../src/commands/history/recorded";
import { revokeIngress } from "../../../src/commands/revokeIngress";
import type { HistoryRow } from "../../../src/tree/historyRow";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";

const classic = { profile: "sandbox-classic", region: "us-west-2" };
const grant = {
  ...classic,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};

describe("the view of changes", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  /** As another window reads it, which made none of the changes, or as the one that made them. */
  function reader(from: CommandWorld = world): HistoryRows {
    return new HistoryRows({
      history: from.services.history,
      undoable: from.services.undoable,
      now: Date.now,
    });
  }
  const words = ({ drawn }: HistoryRow) => `${drawn.label} | ${drawn.description} | ${drawn.contextValue}`;
  async function rows(): Promise<readonly HistoryRow[]> {
    return reader().page(0);
  }
  async function first(): Promise<HistoryRow> {
    const [row] = await rows();
    return row ?? assert.fail("no row");
  }
  async function statuses(): Promise<string> {
    await world.services.state.groups.refresh(classic);
    const group = world.services.state.groups.find(classic, "mygroup");
    return (group?.grants ?? []).map(({ status }) => status).join();
  }

  it("has the newest first, and offers Undo for what is there to be taken back", async () => {
    await world.run(authorizeIngress, grant);
    await world.run(authorizeIngress, { ...grant, ec2SecurityGroupOwnerId: "1" });
    await world.run(revokeIngress, { ...grant, confirmed: true });
    assert.deepEqual((await rows()).map(words), [
      "default → mygroup | revoked · just now · sandbox-classic · us-west-2 | change.done.undoable",
      "default → mygroup | authorized · just now · sandbox-classic · us-west-2 | change.done.undoable",
    ]);
  });

  it("tells how a change failed, and what is in doubt", async () => {
    world.sandbox.setFaults([{ action: "AuthorizeCacheSecurityGroupIngress", code: "AccessDenied" }]);
    await world.run(authorizeIngress, grant);
    const { drawn } = await first();
    assert.match(drawn.description, /^failed, AccessDenied · just now/);
    assert.equal(drawn.contextValue, "change.failed");
  });

  it("undoes a change of this window as its message would", async () => {
    await world.run(authorizeIngress, grant);
    await until(async () => (await statuses()) === "authorized", "authorized");
    const { change } = await first();
    assert.equal((await world.run(undoRecorded, { change })).outcome, "done");
    await until(async () => (await statuses()) === "", "revoked");
    assert.equal(world.services.undoable.last({}), undefined);
  });

  it("asks before all that was made with one command is taken back, and says how many that are", async () => {
    const items = ["default", "web-servers"].map((ec2SecurityGroupName) => ({
      ...grant,
      ec2SecurityGroupName,
    }));
    await world.run(authorizeMany, { items });
    await until(async () => (await statuses()) === "authorized,authorized", "authorized");
    const { change } = await first();
    assert.equal(
      (await world.run(undoRecorded, { change }, new ScriptedUi({ confirm: false }))).outcome,
      "cancelled",
    );
    assert.equal(await statuses(), "authorized,authorized");
    await world.run(undoRecorded, { change }, new ScriptedUi({ confirm: true }));
    await until(async () => (await statuses()) === "", "revoked");
  });

  it("undoes a change of another window by the opposite command, which asks", async () => {
    await world.run(authorizeIngress, grant);
    await until(async () => (await statuses()) === "authorized", "authorized");
    const { change } = await first();
    const own = world.services.undoable.last({});
    assert.ok(own);
    world.services.undoable.remove(own);
    assert.match((await first()).drawn.contextValue, /undoable/);
    assert.equal(
      (await world.run(undoRecorded, { change }, new ScriptedUi({ confirm: false }))).outcome,
      "cancelled",
    );
    await world.run(undoRecorded, { change }, new ScriptedUi({ confirm: true }));
    await until(async () => (await statuses()) === "", "revoked");
    // Neither is there to be taken back any more: the one is undone, the other was the undoing.
    const [revoked, authorized] = await rows();
    assert.doesNotMatch(authorized?.drawn.contextValue ?? "undoable", /undoable/);
    assert.match(revoked?.drawn.contextValue ?? "", /undoable/);
  });

  it("does not offer what no line tells how to take back", async () => {
    const { state } = world.services;
    const vpc = { profile: "sandbox-vpc", region: "us-west-2" };
    await state.caches.load(vpc);
    const cache = state.caches.get(vpc).value?.find(({ id }) => id === "sessions");
    const securityGroupId = cache?.securityGroups?.[0]?.id ?? assert.fail("no group");
    const params = { ...vpc, securityGroupId, cidrIp: "10.9.0.0/16", fromPort: 6379, toPort: 6379 };
    assert.equal((await world.run(authorizeVpcIngress, params)).outcome, "done");
    const row = await first();
    assert.equal(row.drawn.label, `10.9.0.0/16 → ${securityGroupId}`);
    assert.match(row.drawn.contextValue, /undoable/, "this window knows its rule");
    const own = world.services.undoable.last({});
    world.services.undoable.remove(own ?? assert.fail("nothing to undo"));
    assert.equal((await first()).drawn.contextValue, "change.done");
    const result = await world.run(undoRecorded, { change: row.change });
    assert.equal(result.outcome === "failed" && result.failure.field, "change");
  });

  it("copies the request, and leads to its row", async () => {
    await world.run(authorizeIngress, grant);
    const { change } = await first();
    const ui = new ScriptedUi();
    await world.run(copyRecorded, { change }, ui);
    assert.match(
      ui.copied[0] ?? "",
      /aws elasticache authorize-cache-security-group-ingress --cli-input-json/,
    );
    const shown: string[] = [];
    const tree = {
      ...world.services.tree,
      find: (id: string) => (id.startsWith("cacheSecurityGroup/") ? assertRow(id) : undefined),
      show: async (id: string) => void shown.push(id),
    };
    Object.assign(world.services, { tree });
    assert.equal((await world.run(showRecorded, { change })).outcome, "done");
    assert.deepEqual(shown, ["cacheSecurityGroup/sandbox-classic/us-west-2/mygroup"]);
  });

  it("says so where the tree does not show the target, and where the change has gone", async () => {
    await world.run(authorizeIngress, grant);
    const ui = new ScriptedUi();
    assert.equal(
      (await world.run(showRecorded, { change: (await first()).change }, ui)).outcome,
      "unchanged",
    );
    assert.match(ui.messages[0]?.text ?? "", /^The tree does not show sandbox-classic/);
    for (const command of [undoRecorded, showRecorded, copyRecorded]) {
      const result = await world.run(command, { change: "gone.1" }, new ScriptedUi());
      assert.equal(result.outcome === "failed" && result.failure.kind, "notFound");
    }
  });

  it("shows the newest 200 of 10,000, and the others below a row each 200", async () => {
    const { history } = world.services;
    const time = new Date().toISOString();
    await Promise.all(
      Array.from({ length: 10_000 }, (_, at) =>
        history.write({
          ...{ id: `ab.${at}`, time, target: classic, outcome: "done" },
          ...{ action: "CreateCacheSecurityGroup", what: { CacheSecurityGroupName: `made${at}` } },
        }),
      ),
    );
    const view = reader();
    const page = await view.page(0);
    assert.equal(page.length, pageSize + 1);
    assert.equal(page[0]?.drawn.label, "made9999");
    const older = page.at(-1);
    assert.deepEqual(
      [older?.drawn.label, older?.from, older?.drawn.open],
      ["9800 older changes", 200, "collapsed"],
    );
    const next = await view.page(older?.from ?? 0);
    assert.deepEqual([next[0]?.drawn.label, next.length], ["made9799", pageSize + 1]);
    const last = await view.page(9_900);
    assert.equal(last.length, 100);
    assert.equal(
      new Set([...page, ...next, ...last].map(({ key }) => key)).size,
      page.length + next.length + last.length,
    );
  });

  it("reads the journal again once something was written, and not before", async () => {
    let reads = 0;
    const { history } = world.services;
    const counting = {
      read: () => {
        reads += 1;
        return history.read();
      },
      readCutOffs: () => history.readCutOffs(),
      standing: () => history.standing(),
    };
    const view = new HistoryRows({ history: counting, undoable: world.services.undoable, now: Date.now });
    assert.deepEqual(await view.page(0), []);
    await view.page(0);
    assert.equal(reads, 1);
    await world.run(authorizeIngress, grant);
    assert.equal((await view.page(0)).length, 1);
    await until(async () => {
      const before = reads;
      await view.page(0);
      return reads === before;
    }, "rest: whose keys they were may be told a moment later");
    const settled = reads;
    await view.page(0);
    assert.equal(reads, settled);
  });

  it("has what was interrupted above, with how much was done", async () => {
    const { history } = world.services;
    const time = new Date().toISOString();
    const items = [grant, { ...grant, ec2SecurityGroupName: "web-servers" }];
    const plan = {
      command: "authorizeMany",
      title: "Authorize Many",
      done: "authorized",
      items,
      looked: true,
    };
    await history.write({ line: "plan", id: "0123456789abcdef.1", time, ...plan });
    const row = await first();
    assert.deepEqual(
      [row.id, row.drawn.label, row.drawn.contextValue],
      ["0123456789abcdef.1", "Authorize Many", "interrupted"],
    );
    assert.match(row.drawn.description, /^interrupted · 0 of 2 authorized, 2 not sent · just now$/);
  });
});

function assertRow(id: string) {
  return {
    id,
    kind: "cacheSecurityGroup" as const,
    parent: undefined,
    params: grant,
    item: () => assert.fail("not drawn here"),
  };
}
