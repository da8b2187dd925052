import assert from "node:assert/strict";
import type { Verdict } from "../../../src/changes/change";
import { decision, doneBefore } from "../../../src/changes/decision";
import type { Finishing } from "../../../src/changes/how";
import type { Failure } from "../../../src/core/failures/failures";
import { type Thing, thing } from "../../support/scriptedChange";

const denied: Failure = { kind: "accessDenied", message: "May not look" };
const expired: Failure = { kind: "credentials", message: "The keys have expired" };
const missing: Failure = { kind: "notFound", message: "It is not there" };
const wall = thing("wall");
const send = undefined;

/** A run that was cut off, which has sent it or not. */
function finishing(inDoubt: "ours" | "notKnown" | undefined): Finishing<Thing, string> {
  return { plan: "p1", before: async () => [], inDoubt: () => inDoubt, looked: async () => undefined };
}

const changed: Verdict<string> = { kind: "toDo", changed: "It is blue by now" };
const so = { kind: "alreadySo", why: "It is so" } as const;
const there: Verdict<string> = { ...so, answer: "painted" };
const made = { outcome: "done", made: { item: wall, answer: "painted" } };
const unchanged = { outcome: "unchanged" };
const failed = (failure: Failure) => ({ outcome: "failed", failure });
const since = (message: string) => failed({ kind: "changedSince", message });

describe("what becomes of an item that a look has judged", () => {
  for (const [what, verdict, how, end] of [
    ["to do", { kind: "toDo" }, {}, send],
    ["to do, to be taken back", { kind: "toDo" }, { undoing: true }, send],
    ["changed, and somebody was asked about it", changed, {}, send],
    [
      "changed, and nobody is asked",
      changed,
      { confirmed: true },
      since("It is blue by now. Nothing was sent"),
    ],
    ["changed, to be taken back", changed, { undoing: true }, since("It is blue by now")],
    ["so already", so, {}, unchanged],
    ["so already, with what it is", there, {}, { ...unchanged, answer: "painted" }],
    ["not there to be taken away", { ...so, missing }, {}, failed(missing)],
    ["not there to be taken back", { ...so, missing }, { undoing: true }, unchanged],
    ["not there, when it is finished", { ...so, missing }, { finishing: finishing(undefined) }, unchanged],
    ["so by a run that was cut off", there, { finishing: finishing("ours") }, made],
    ["so by that run, without what it is", so, { finishing: finishing("ours") }, { outcome: "done" }],
    ["so, nobody knows by whom", there, { finishing: finishing("notKnown") }, { outcome: "done" }],
    [
      "so before it was sent",
      there,
      { finishing: finishing(undefined) },
      { ...unchanged, answer: "painted" },
    ],
    ["impossible", { kind: "impossible", failure: denied }, {}, failed(denied)],
    ["not known", { kind: "notKnown", failure: denied }, {}, send],
    ["not known, and nothing of the target is", { kind: "notKnown", failure: expired }, {}, failed(expired)],
    ["not known, to be taken back", { kind: "notKnown", failure: denied }, { undoing: true }, failed(denied)],
  ] as const) {
    it(`as ${what} is ${end?.outcome ?? "to send it"}`, () => {
      assert.deepEqual(decision<Thing, string>({ item: wall, verdict }, how), end);
    });
  }
});

describe("what was done by a run that was cut off", () => {
  it("is ours to take back where it is known to be, and what it is", () => {
    assert.deepEqual(doneBefore(wall, { ...so, answer: "painted" }, true), made);
    assert.deepEqual(doneBefore(wall, { ...so, answer: "painted" }, false), { outcome: "done" });
    assert.deepEqual(doneBefore<Thing, string>(wall, so, true), { outcome: "done" });
    assert.deepEqual(doneBefore(wall, { ...so, answer: undefined }, true), { outcome: "done" });
  });
});
