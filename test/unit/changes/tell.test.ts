import assert from "node:assert/strict";
import type { Change } from "../../../src/changes/change";
import type { How } from "../../../src/changes/how";
import { type Next, tellEnd } from "../../../src/changes/tell";
import type { ItemEnd } from "../../../src/core/changes/end";
import type { Failure, FailureKind } from "../../../src/core/failures/failures";
import { scriptedChange, type Thing, thing } from "../../support/scriptedChange";
import { scriptedServices } from "../../support/scriptedServices";
import { ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";

type End = ItemEnd<Thing, string>;

const made = (name: string): End => ({ outcome: "done", made: { item: thing(name), answer: "painted" } });
const unchanged: End = { outcome: "unchanged" };
const notStarted: End = { outcome: "notStarted" };
const failed = (kind: FailureKind, message: string = kind): End => ({
  outcome: "failed",
  failure: { kind, message },
});

interface Given extends Partial<How<Thing, string>> {
  readonly change?: Partial<Change<Thing, string>>;
  readonly wasCancelled?: boolean;
  readonly next?: Partial<Next<Thing>>;
  readonly choose?: string;
}

/** What is told of ends, each of a thing of its own: a, b, c… */
async function tell(
  ends: readonly End[],
  { change = {}, wasCancelled = false, next, choose, ...how }: Given = {},
) {
  const ui = new ScriptedUi();
  ui.action = choose;
  const scripted = scriptedServices(ui);
  const again: string[] = [];
  const ended = ends.map((end, index) => ({ item: thing("abcdef".charAt(index)), end }));
  await tellEnd(
    scriptedChange({ change }),
    ended,
    { interactive: false, ...how },
    wasCancelled,
    scripted.services,
    {
      again: async (items) => {
        again.push(...items.map(({ name }) => name));
        return { outcome: "done" };
      },
      ...next,
    },
  );
  const messages = () =>
    ui.messages.map(({ severity, text, actions }) => [severity, text, ...actions].join(" | "));
  return { ...scripted, messages, again };
}

const undoing = { undoing: true };
const undo = { undo: async () => ({ outcome: "done" }) as const };

describe("what is told of an Undo", () => {
  for (const [what, ends, text] of [
    ["it was taken back already", [unchanged], "somebody has painted it again"],
    ["it is another thing by now", [failed("changedSince", "a is blue by now")], "a is blue by now"],
    ["its place is gone", [failed("notFound", "There is no a")], "There is no a"],
    [
      "each is one of these",
      [unchanged, failed("changedSince", "b is blue"), unchanged],
      "somebody has painted it again; b is blue",
    ],
  ] as const) {
    it(`is that nothing was undone, and why, where ${what}`, async () => {
      for (const many of [false, true]) {
        const { messages, ui } = await tell(ends, { ...undoing, many, interactive: true });
        assert.deepEqual(messages(), [`warning | Nothing was undone: ${text}`]);
        assert.deepEqual(ui.shown, []);
      }
    });
  }

  for (const [what, ends, text] of [
    [
      "one was undone",
      [made("a"), unchanged],
      "information | Paint: 1 painted, 1 already painted | Show Report",
    ],
    [
      "one of them failed otherwise",
      [unchanged, failed("quota")],
      "error | Paint: 1 already painted, 1 failed (quota) | Retry Failed | Show Report",
    ],
    [
      "one was not started",
      [unchanged, notStarted],
      "warning | Paint: 1 already painted, 1 not started | Run the Rest | Show Report",
    ],
  ] as const) {
    it(`is what became of each where ${what}`, async () => {
      assert.deepEqual((await tell(ends, { ...undoing, many: true })).messages(), [text]);
    });
  }

  it("is nothing like it where nothing is taken back", async () => {
    assert.deepEqual((await tell([unchanged])).messages(), ["information | a was painted already"]);
    const { messages } = await tell([failed("changedSince", "a is blue by now")]);
    assert.deepEqual(messages(), ["error | a is blue by now | Refresh"]);
  });

  it("that is long has a button, without which its end is not seen", async () => {
    const why = "it was painted by somebody else a moment ago, in another colour";
    const given = { ...undoing, choose: "Refresh" };
    const { messages, ran } = await tell([failed("changedSince", why)], given);
    assert.deepEqual(messages(), [`warning | Nothing was undone: ${why} | Refresh`]);
    assert.deepEqual(ran, [{ id: "refresh", params: { profile: "dev", region: "us-west-2" } }]);
  });

  it("is nothing where there was nothing", async () => {
    assert.deepEqual((await tell([], undoing)).messages(), ["information | Paint: nothing to do"]);
  });
});

describe("what was so already", () => {
  const silently = {
    many: true,
    change: { unchanged: ({ name }: Thing) => (name === "c" ? "c was so" : "") },
  };

  it("is not told where nobody is to be told", async () => {
    assert.deepEqual((await tell([unchanged, unchanged], silently)).messages(), []);
  });

  it("is told where something else is", async () => {
    const told = async (...ends: readonly End[]) => (await tell(ends, silently)).messages();
    assert.deepEqual(await told(unchanged, made("b")), [
      "information | Paint: 1 painted, 1 already painted | Show Report",
    ]);
    assert.deepEqual(await told(unchanged, unchanged, unchanged), [
      "information | Paint: 3 already painted | Show Report",
    ]);
  });
});

describe("what is told of one", () => {
  it("is how it ended, with its Undo, and what copies it", async () => {
    const copy = ({ name }: Thing) => ({ name });
    const { messages, ran } = await tell([made("a")], {
      change: { copy },
      next: undo,
      choose: "Copy as AWS CLI",
    });
    assert.deepEqual(messages(), ["information | a has dried | Undo | Copy as AWS CLI"]);
    assert.deepEqual(ran, [{ id: "copyAsCli", params: { name: "a" } }]);
  });

  it("has nothing to copy where it says nothing", async () => {
    assert.deepEqual((await tell([made("a")], { change: { copy: () => undefined } })).messages(), [
      "information | a has dried",
    ]);
  });

  it("is not to be undone where nothing of ours is left, not by Undo Last Change either", async () => {
    for (const canUndo of [false, true]) {
      const { services } = scriptedServices();
      const undoable = { targets: [thing("a")], way: { into: () => undefined as never } };
      const end = async () => ({ severity: "warning", text: "a is gone", canUndo }) as const;
      const forget = { ...undo, undoable };
      services.undoable.add(undoable);
      const ui = new ScriptedUi();
      const of = { item: thing("a"), end: made("a") };
      await tellEnd(
        scriptedChange({ change: { end } }),
        [of],
        { interactive: false },
        false,
        { ...services, ui },
        {
          again: async () => ({ outcome: "done" }),
          ...forget,
        },
      );
      assert.deepEqual(ui.messages[0]?.actions, canUndo ? ["Undo"] : []);
      assert.equal(services.undoable.last({}), canUndo ? undoable : undefined);
    }
  });

  it("is nothing where the window closes, and that it is done where nobody knows its answer", async () => {
    assert.deepEqual((await tell([made("a")], { change: { end: async () => undefined } })).messages(), []);
    assert.deepEqual((await tell([{ outcome: "done" }])).messages(), ["information | Paint: 1 painted"]);
  });

  it("is a failure, with what tries it again", async () => {
    const { messages, again } = await tell([failed("throttled", "Slow down")], { choose: "Retry" });
    await until(() => again.length === 1, "it is tried again");
    assert.deepEqual([messages(), again], [["error | Slow down | Retry"], ["a"]]);
  });

  it("is a failure, with the caches of its target where that has no such groups any more", async () => {
    const failure: Failure = { kind: "classicRetired", message: "They are retired" };
    const { messages } = await tell([{ outcome: "failed", failure }]);
    assert.match(messages()[0] ?? "", /^warning \| They are retired \| Show Caches/);
  });

  it("is nothing where it was not started, or went well as the first of two", async () => {
    assert.deepEqual((await tell([notStarted])).messages(), []);
    assert.deepEqual((await tell([made("a")], { isFirstOfTwo: true })).messages(), []);
    assert.deepEqual((await tell([unchanged], { isFirstOfTwo: true })).messages(), [
      "information | a was painted already",
    ]);
  });
});

describe("what is told of several", () => {
  for (const [what, ends, how, text] of [
    [
      "one that was named as several",
      [made("a")],
      { many: true },
      "information | Paint: 1 painted | Show Report",
    ],
    [
      "one with a value of the caller's",
      [made("a")],
      { asValue: () => 1 },
      "information | Paint: 1 painted | Show Report",
    ],
    ["two that were not", [made("a"), made("b")], {}, "information | Paint: 2 painted | Show Report"],
    [
      "all in order",
      [made("a"), unchanged],
      { many: true },
      "information | Paint: 1 painted, 1 already painted | Show Report",
    ],
    ["none", [], { many: true }, "information | Paint: nothing to do"],
    [
      "none, and what else there is",
      [],
      { many: true, besides: "2 left out" },
      "information | Paint: nothing to do, 2 left out",
    ],
    [
      "one and what else there is",
      [made("a")],
      { many: true, besides: "2 left out" },
      "information | Paint: 1 painted, 2 left out | Show Report",
    ],
    [
      "one that was not started",
      [made("a"), notStarted],
      { many: true },
      "warning | Paint: 1 painted, 1 not started | Run the Rest | Show Report",
    ],
    [
      "those that failed and were not started",
      [failed("quota"), notStarted],
      { many: true },
      "error | Paint: 1 not started, 1 failed (quota) | Retry Failed | Run the Rest | Show Report",
    ],
  ] as const) {
    it(`names ${what}`, async () => {
      assert.deepEqual((await tell(ends, how)).messages(), [text]);
    });
  }

  it("offers Undo last, where something was made", async () => {
    const { messages } = await tell([made("a"), made("b")], { next: undo });
    assert.deepEqual(messages(), ["information | Paint: 2 painted | Show Report | Undo"]);
  });

  for (const [choose, names] of [
    ["Retry Failed", ["b", "d"]],
    ["Run the Rest", ["c"]],
  ] as const) {
    it(`runs by ${choose} those alone`, async () => {
      const ends = [made("a"), failed("quota"), notStarted, failed("quota")];
      assert.deepEqual((await tell(ends, { many: true, choose })).again, names);
    });
  }

  for (const [what, ends, interactive, shown] of [
    ["somebody is there and one failed", [made("a"), failed("quota")], true, 1],
    ["somebody is there and one was not started", [made("a"), notStarted], true, 1],
    ["all is in order", [made("a"), unchanged], true, 0],
    ["nobody is there", [failed("quota"), notStarted], false, 0],
  ] as const) {
    it(`${shown ? "opens" : "does not open"} the report by itself where ${what}`, async () => {
      const { ui } = await tell(ends, { many: true, interactive, wasCancelled: true });
      assert.equal(ui.shown.length, shown);
      if (ui.shown[0]) {
        assert.equal(ui.shown[0].name, "Paint report.txt");
        assert.match(ui.shown[0].text, /^Paint, cancelled: /);
      }
    });
  }

  it("opens the report when it is asked for", async () => {
    const { ui } = await tell([made("a"), made("b")], { choose: "Show Report" });
    assert.match(ui.shown[0]?.text ?? "", /^Paint: 2 painted\n/);
  });
});
