import assert from "node:assert/strict";
import { inverse } from "../../../src/changes/change";
import { type Undoable, UndoableChanges } from "../../../src/changes/undoable";
import type { CommandResult } from "../../../src/core/commandResult";
import type { FailureKind } from "../../../src/core/failures/failures";
import { scriptedChange, thing } from "../../support/scriptedChange";

/** A change that can be taken back, by the targets of what it made. */
function change(...targets: readonly (readonly [profile: string, region: string])[]): Undoable {
  return {
    targets: targets.map(([profile, region]) => ({ profile, region })),
    way: inverse(scriptedChange(), [thing("wall")]),
  };
}

const failure = (kind: FailureKind): CommandResult => ({ outcome: "failed", failure: { kind, message: "" } });

describe("the changes that can be taken back", () => {
  const dev = change(["dev", "us-west-2"]);
  const both = change(["dev", "eu-west-1"], ["prod", "us-west-2"]);

  for (const [of, found] of [
    [{}, both],
    [{ profile: "dev" }, both],
    [{ profile: "prod" }, both],
    [{ profile: "dev", region: "us-west-2" }, dev],
    [{ region: "eu-west-1" }, both],
    [{ profile: "prod", region: "eu-west-1" }, undefined],
    [{ profile: "stage" }, undefined],
  ] as const) {
    it(`are found by ${JSON.stringify(of)}, the newest first`, () => {
      const changes = new UndoableChanges();
      changes.add(dev);
      changes.add(both);
      assert.equal(changes.last(of), found);
    });
  }

  it("are the newest fifty", () => {
    const changes = new UndoableChanges();
    const first = change(["first", "us-west-2"]);
    const second = change(["second", "us-west-2"]);
    for (const each of [first, second, ...Array.from({ length: 49 }, () => dev)]) {
      changes.add(each);
    }
    assert.equal(changes.last({ profile: "first" }), undefined);
    assert.equal(changes.last({ profile: "second" }), second);
  });

  it("are each taken out for itself", () => {
    const changes = new UndoableChanges();
    changes.add(dev);
    changes.add(both);
    changes.remove(both);
    assert.equal(changes.last({}), dev);
  });

  for (const [result, isBack] of [
    [{ outcome: "done" }, false],
    [{ outcome: "unchanged" }, false],
    [{ outcome: "cancelled" }, true],
    [failure("network"), true],
    [failure("changedSince"), false],
    [failure("notFound"), false],
  ] as const) {
    const word = result.outcome === "failed" ? result.failure.kind : result.outcome;
    it(`are ${isBack ? "back at their place" : "gone"} after an Undo that ends as ${word}, and gone meanwhile`, async () => {
      for (const taken of [dev, both]) {
        const changes = new UndoableChanges();
        changes.add(dev);
        changes.add(both);
        const left = taken === dev ? both : dev;
        let during: Undoable | undefined;
        const said = await changes.whileUndoing(taken, async () => {
          during = changes.last({ profile: "dev" });
          return result;
        });
        assert.equal(said, result);
        assert.equal(during, left);
        assert.equal(changes.last({}), isBack || taken === dev ? both : dev);
        changes.remove(left);
        assert.equal(changes.last({}), isBack ? taken : undefined);
      }
    });
  }

  it("do not take in one that they did not have", async () => {
    const changes = new UndoableChanges();
    changes.add(dev);
    await changes.whileUndoing(both, async () => ({ outcome: "cancelled" }));
    assert.equal(changes.last({}), dev);
  });
});
