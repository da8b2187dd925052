import assert from "node:assert/strict";
import { CellIndex } from "../../../src/core/map/cellIndex";
import type { MapColumn, MapData } from "../../../src/core/map/mapData";
import { readToPage, type ToPage } from "../../../src/core/map/messages";
import type { Params } from "../../../src/core/params";
import { MapSession } from "../../../src/map/mapSession";
import type { Place } from "../../../src/map/services";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";

/** By its label, or with its profile before it where two have the same. */
function isNamed(name: string): (column: MapColumn) => boolean {
  return ({ profile, label }) => [label, `${profile}/${label}`].includes(name);
}

describe("an open access map", () => {
  let world: CommandWorld;
  let session: MapSession;
  let told: ToPage[];
  let run: (readonly [id: string, params: Params])[];
  let shown: Place[];

  beforeEach(async () => {
    world = await CommandWorld.start();
    [told, run, shown] = [[], [], []];
    session = new MapSession(
      {
        state: world.services.state,
        ui: new ScriptedUi(),
        runCommand: async (id, params) => {
          run.push([id, params]);
          return id === "refresh" || id.startsWith("authorize")
            ? world.servicesFor(new ScriptedUi()).runCommand(id, params)
            : { outcome: "cancelled" };
        },
        show: async (place) => void shown.push(place),
        log: (line) => world.log.push(line),
      },
      (message) => told.push(JSON.parse(JSON.stringify(message))),
    );
  });
  afterEach(async () => {
    session.dispose();
    await world.close();
  });

  /** The map as the page was told of it last. */
  function map(): MapData {
    const message = told.findLast(({ type }) => type === "map");
    assert.ok(message?.type === "map" && readToPage(message), "a message that the page takes");
    return message.map;
  }

  function word(source: string, column: string): string | undefined {
    const data = map();
    const [row, at] = [
      data.rows.findIndex(({ label }) => label === source),
      data.columns.findIndex(isNamed(column)),
    ];
    return row < 0 || at < 0 ? undefined : new CellIndex(data).at(row, at).word;
  }

  /** What the page says of a cell, by its keys. */
  function act(source: string, column: string, action: string) {
    const data = map();
    const row = data.rows.find(({ label }) => label === source)?.key ?? assert.fail(source);
    const at = data.columns.find(isNamed(column))?.key ?? assert.fail(column);
    return session.receive({ type: "act", row, column: at, action });
  }

  async function readAll(): Promise<void> {
    await session.receive({ type: "ready" });
    await session.receive({ type: "readAll" });
    await until(() => word("web", "sandbox-vpc/sessions") === "6379", "the rules");
  }

  it("says nothing before the page is there, asks nothing of AWS by itself, and reads what it is told to", async () => {
    session.find("sessions");
    assert.deepEqual(told, []);
    await session.receive({ type: "ready" });
    assert.deepEqual([map().columns, map().pending.length], [[], 3]);
    assert.deepEqual(told.at(-1), { type: "find", query: "sessions" });
    assert.deepEqual(world.sandbox.requests, []);
    await readAll();
    assert.deepEqual(map().pending, []);
    assert.equal(word("Anyone on the internet", "public-feed"), "public");
    assert.equal(word("Whatever can route to the VPC", "open-test"), "open");
    assert.equal(word("checkout", "sessions-001"), "authorized");
  });

  it("leads from a cell to the commands, with the fields of what it is about", async () => {
    await readAll();
    await act("web", "sandbox-vpc/sessions", "revoke");
    await act("web", "open-test", "authorize");
    await act("web", "sandbox-vpc/sessions", "explain");
    await act("checkout", "mygroup", "authorize").catch(() => undefined);
    await act("checkout", "rate-limit", "reveal");
    const params = run.map(([id, { securityGroupId, securityGroupRuleId, ...rest }]) => [
      id,
      { ...rest, ...(securityGroupRuleId === undefined ? {} : { rule: typeof securityGroupRuleId }) },
    ]);
    const target = { profile: "sandbox-vpc", region: "us-west-2" };
    const { cacheKind, sourceSecurityGroupId } = run[2]?.[1] ?? {};
    const source = { sourceSecurityGroupId, sourceOwnerId: "111122223333" };
    assert.match(String(sourceSecurityGroupId), /^sg-/);
    const open = { ...target, cacheKind: "cluster", cacheId: "open-test" };
    assert.deepEqual(params.slice(0, 3), [
      ["revokeVpcIngress", { ...target, rule: "string" }],
      ["authorizeVpcIngress", { ...open, ...source, review: true }],
      ["explainReachability", { ...target, cacheKind, cacheId: "sessions", ...source }],
    ]);
    const classic = { profile: "sandbox-classic", region: "us-west-2" };
    const [, authorize] = run.find(([id]) => id === "authorizeIngress") ?? [];
    assert.deepEqual(authorize, {
      ...classic,
      ...{ cacheSecurityGroupName: "mygroup", ec2SecurityGroupName: "checkout" },
      ...{ ec2SecurityGroupOwnerId: "123456781234", review: true },
    });
    assert.deepEqual(shown, [{ target: classic, cacheSecurityGroupName: "rate-limit" }]);
    assert.deepEqual(world.changes(), []);
  });

  it("follows what anybody changes, at the next read", async () => {
    await readAll();
    const ingress = {
      ...{ profile: "sandbox-classic", region: "us-west-2", cacheSecurityGroupName: "mygroup" },
      ...{ ec2SecurityGroupName: "by-anybody", ec2SecurityGroupOwnerId: "565419523791" },
    };
    await world.servicesFor(new ScriptedUi()).runCommand("authorizeIngress", ingress);
    await until(() => /^authoriz/.test(word("by-anybody", "mygroup") ?? ""), "the grant");
    await session.receive({ type: "refresh" });
    await until(() => word("by-anybody", "mygroup") === "authorized", "its status");
  });

  it("says of a target that failed why, and keeps what the others say", async () => {
    world.sandbox.setFaults([{ action: "*", code: "AccessDenied", profile: "sandbox-vpc" }]);
    await session.receive({ type: "ready" });
    await session.receive({ type: "readAll" });
    await until(() => word("checkout", "sessions") === "authorized", "the other targets");
    const failed = map().targets.filter(({ state }) => state === "failed");
    assert.deepEqual(
      failed.map(({ profile }) => profile),
      ["sandbox-vpc"],
    );
    assert.match(failed[0]?.failures.join() ?? "", /elasticache:Describe/);
    world.sandbox.setFaults([]);
    await session.receive({ type: "readTarget", profile: "sandbox-vpc", region: "us-west-2" });
    const isWhole = () => map().targets.every(({ failures }) => failures.length === 0);
    await until(() => word("web", "sandbox-vpc/sessions") === "6379" && isWhole(), "the target");
  });

  it("does nothing at what it does not know, or that is not there", async () => {
    await readAll();
    await session.receive({ type: "runCommand", id: "revokeIngress" });
    await session.receive({
      type: "act",
      row: "source sg-none",
      column: map().columns[0]?.key,
      action: "revoke",
    });
    await session.receive({ type: "act", row: "", column: "none", action: "reveal" });
    // Nothing is to be revoked where nobody is let in.
    await act("web", "analytics", "revoke");
    assert.deepEqual([run, shown], [[], []]);
  });
});
