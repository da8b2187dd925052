import assert from "node:assert/strict";
import type { Row } from "../../../src/tree/row";
import { TreeChanges } from "../../../src/tree/treeChanges";

function row(id: string, parent?: Row): Row {
  return {
    id,
    kind: "profile",
    parent,
    params: {},
    item: () => {
      throw new Error("not drawn here");
    },
  };
}

const profile = row("profile");
const region = row("region", profile);
const section = row("section", region);
const other = row("other", profile);

function changes() {
  const told: (string | undefined)[] = [];
  const clock = { now: 1_000 };
  const tree = new TreeChanges(
    (changed) => told.push(changed?.id),
    () => clock.now,
  );
  return { told, clock, tree };
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 60));

/** A fetch that ends when told to. */
function fetchOf(tree: TreeChanges, of: Row) {
  let end = () => {};
  const ended = tree.whileFetching(of, () => new Promise<void>((resolve) => (end = resolve)));
  return async () => {
    end();
    await ended;
    await aMoment();
  };
}

describe("changes of the tree", () => {
  it("are told at once while nothing is fetched below", () => {
    const { tree, told } = changes();
    tree.tell(section);
    tree.tell(undefined);
    assert.deepEqual(told, ["section", undefined]);
  });

  it("wait for the fetches below them, and are told once", async () => {
    const { tree, told } = changes();
    const end = fetchOf(tree, section);
    tree.tell(profile);
    tree.tell(profile);
    tree.tell(section);
    assert.deepEqual(told, []);
    await end();
    assert.deepEqual(told, ["profile"]);
  });

  it("beside a fetch are not held back by it", () => {
    const { tree, told } = changes();
    void fetchOf(tree, section);
    tree.tell(other);
    assert.deepEqual(told, ["other"]);
  });

  it("wait for the last of several fetches", async () => {
    const { tree, told } = changes();
    const endFirst = fetchOf(tree, section);
    const endSecond = fetchOf(tree, other);
    tree.tell(profile);
    await endFirst();
    assert.deepEqual(told, []);
    await endSecond();
    assert.deepEqual(told, ["profile"]);
  });

  it("wait for the fetch that follows at once: VS Code takes the rows of both together", async () => {
    const { tree, told } = changes();
    let end = () => {};
    const both = tree
      .whileFetching(section, async () => undefined)
      .then(() => tree.whileFetching(other, () => new Promise<void>((resolve) => (end = resolve))));
    await aMoment();
    tree.tell(section);
    assert.deepEqual(told, []);
    end();
    await both;
    await aMoment();
    assert.deepEqual(told, ["section"]);
    await tree.whileFetching(other, async () => tree.tell(section));
    assert.deepEqual(told, ["section", "section"]);
  });

  it("wait a moment longer: what opens by itself is asked for level after level", async () => {
    const { tree, told } = changes();
    await tree.whileFetching(region, async () => undefined);
    tree.tell(profile);
    assert.deepEqual(told, []);
    const end = fetchOf(tree, section);
    await aMoment();
    assert.deepEqual(told, []);
    await end();
    assert.deepEqual(told, ["profile"]);
  });

  it("make a fetch below them wait for nothing, while VS Code takes them up", async () => {
    const { tree, clock } = changes();
    const patience = (of: Row) => tree.whileFetching(of, async (milliseconds) => milliseconds);
    tree.tell(region);
    assert.equal(await patience(section), 0);
    assert.ok((await patience(other)) > 0);
    clock.now += 300;
    await aMoment();
    assert.ok((await patience(section)) > 0);
  });

  it("leave a fetch what the one before it has not used: VS Code takes the rows of both together", async () => {
    const { tree, clock } = changes();
    const whole = await tree.whileFetching(section, async (milliseconds) => milliseconds);
    await aMoment();
    await tree.whileFetching(section, async () => {
      clock.now += whole - 10;
    });
    assert.equal(await tree.whileFetching(other, async (milliseconds) => milliseconds), 10);
    clock.now += 1_000;
    assert.equal(await tree.whileFetching(region, async (milliseconds) => milliseconds), 0);
    await aMoment();
    assert.equal(await tree.whileFetching(section, async (milliseconds) => milliseconds), whole);
  });
});
