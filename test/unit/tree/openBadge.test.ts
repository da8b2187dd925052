import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { succeeded } from "../../../src/core/outcome";
import { Emitter } from "../../../src/store/emitter";
import { AroundRows } from "../../../src/tree/aroundRows";
import { cachesRow } from "../../../src/tree/cachesRow";
import type { Row } from "../../../src/tree/row";
import { CommandWorld } from "../../support/commandWorld";
import { Account, cluster, rule, target } from "../support/account";

const region: Row = {
  id: "region",
  kind: "region",
  parent: undefined,
  params: target,
  item: () => assert.fail("not drawn here"),
};
const everybody = { kind: "cidrIp", cidr: "0.0.0.0/0" } as const;
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 1));

/** One cache that is open, and one that is not. */
function halfOpen(): Account {
  const account = new Account();
  account.clusters = succeeded([cluster("closed", ["sg-a"]), cluster("wide", ["sg-b"])]);
  account.rules = async (ids) =>
    succeeded(ids.map((id) => (id === "sg-b" ? { ...rule(id), source: everybody } : rule(id))));
  return account;
}

describe("the filter for open caches", () => {
  it("leaves those alone, and says how many others there are", async () => {
    const account = halfOpen();
    await account.vpc.check(target);
    const rows = (onlyOpen: boolean) =>
      cachesRow({ ...account.state, onlyOpen: () => onlyOpen }, region, target).children?.() ?? [];
    const labels = (onlyOpen: boolean) => rows(onlyOpen).map((row) => row.item().label);
    assert.deepEqual(labels(false), ["closed", "wide"]);
    assert.deepEqual(labels(true), ["wide", "1 not shown"]);
  });
});

describe("the badge of the view", () => {
  it("counts what is open once it is known, and nothing where it is turned off", async () => {
    const account = halfOpen();
    const world = await CommandWorld.start();
    const view: Pick<vscode.TreeView<unknown>, "badge" | "message"> = {};
    let isOn = true;
    const profiles = Object.assign(Object.create(world.services.state.profiles), {
      changed: new Emitter<void>(),
    });
    try {
      profiles.all = () => [{ name: target.profile, origin: "files", settings: new Map() }];
      profiles.get = () => ({
        name: target.profile,
        region: target.region,
        origin: "files",
        settings: new Map(),
      });
      const state = {
        ...world.services.state,
        ...account.state,
        profiles,
        settings: () => ({ ...world.settings, badge: isOn }),
      };
      const badge = new AroundRows(state, view);
      await account.vpc.check(target);
      await aMoment();
      assert.equal(view.badge?.value, 1);
      assert.match(view.badge?.tooltip ?? "", /1 open to whatever can route to the VPC/);
      isOn = false;
      badge.refresh();
      await aMoment();
      assert.equal(view.badge, undefined);
      badge.dispose();
    } finally {
      await world.close();
    }
  });
});
