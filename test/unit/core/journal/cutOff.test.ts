import assert from "node:assert/strict";
import { cutOffs, isLeft } from "../../../../src/core/journal/cutOff";
import type { JournalLine, PlanLine } from "../../../../src/core/journal/journalLine";

const request = {
  ...{ time: "2026-11-26T12:00:01.000Z", action: "CreateCacheSecurityGroup" },
  ...{ target: { profile: "dev", region: "us-west-2" }, what: { CacheSecurityGroupName: "shop" } },
};
const plan = (id: string, items: readonly string[], more: Partial<PlanLine> = {}): PlanLine => ({
  ...{ line: "plan", id, time: "2026-11-26T12:00:00.000Z", command: "authorizeMany" },
  ...{ title: "Authorize Many", done: "authorized", looked: true },
  items: items.map((profile) => ({ profile })),
  ...more,
});
const sent = (id: string, of: string, item: number): JournalLine => ({
  ...{ line: "sent", id, of: { plan: of, item } },
  ...request,
});
const ended = (id: string, outcome: "done" | "unchanged" | "failed" | "inDoubt"): JournalLine => ({
  ...{ id, outcome },
  ...request,
});
const isOpen = (window: string) => window === "open";

/** The plans that are left, each with what became of its items. */
function left(...lines: readonly JournalLine[]): readonly string[] {
  return cutOffs(lines, isOpen).map(({ id, items, isAnswered, offeredBy }) =>
    [
      `${id}:`,
      ...items.map(({ became, request: last }) => (last === undefined ? became : `${became} ${last}`)),
      ...(isAnswered ? ["answered"] : []),
      ...(offeredBy === undefined ? [] : [`offered by ${offeredBy}`]),
    ].join(" "),
  );
}

describe("a plan whose window ended in the middle of it", () => {
  const three = plan("gone.1", ["a", "b", "c"]);

  it("has what became of each of its items, by the last request that was sent for it", () => {
    assert.deepEqual(left(three), ["gone.1: notSent notSent notSent"]);
    assert.deepEqual(
      left(three, sent("gone.2", "gone.1", 0), sent("gone.3", "gone.1", 1), ended("gone.2", "done")),
      ["gone.1: done gone.2 inDoubt gone.3 notSent"],
    );
    const again = [sent("gone.2", "gone.1", 0), ended("gone.2", "failed"), sent("gone.3", "gone.1", 0)];
    assert.deepEqual(left(three, ...again), ["gone.1: inDoubt gone.3 notSent notSent"]);
    assert.deepEqual(left(three, ...again, ended("gone.2", "done")), [
      "gone.1: inDoubt gone.3 notSent notSent",
    ]);
    assert.deepEqual(left(three, ...again, ended("gone.3", "unchanged")), [
      "gone.1: unchanged gone.3 notSent notSent",
    ]);
    assert.deepEqual(
      left(three, sent("gone.2", "gone.1", 2), { line: "amended", id: "gone.2", outcome: "done" }),
      ["gone.1: notSent notSent done gone.2"],
    );
  });

  it("has nothing of other plans, and of requests of none", () => {
    const lines = [
      sent("gone.2", "gone.9", 0),
      ended("gone.2", "done"),
      { ...request, outcome: "done" } as const,
    ];
    assert.deepEqual(left(three, ...lines, { line: "sent", id: "gone.4", ...request }), [
      "gone.1: notSent notSent notSent",
    ]);
  });

  it("is none once all of it is done, has ended, or was finished by another", () => {
    const one = plan("gone.1", ["a"]);
    for (const outcome of ["done", "unchanged"] as const) {
      assert.deepEqual(left(one, sent("gone.2", "gone.1", 0), ended("gone.2", outcome)), []);
    }
    for (const outcome of ["failed", "inDoubt"] as const) {
      assert.equal(left(one, sent("gone.2", "gone.1", 0), ended("gone.2", outcome)).length, 1);
    }
    assert.deepEqual(left(one, { line: "planEnded", id: "gone.1" }), []);
    assert.deepEqual(left(one, plan("gone.5", ["a"], { finishes: "gone.1" })), ["gone.5: notSent"]);
    assert.deepEqual(left(plan("gone.1", [])), []);
  });

  it("is none while its window is open", () => {
    assert.deepEqual(left(plan("open.1", ["a"]), plan("gone.1", ["b"])), ["gone.1: notSent"]);
  });

  it("tells whether somebody has answered, and which open window says so first", () => {
    const offered = (window: string): JournalLine => ({ line: "offered", id: "gone.1", window });
    const one = plan("gone.1", ["a"]);
    assert.deepEqual(left(one, { line: "answered", id: "gone.1" }), ["gone.1: notSent answered"]);
    assert.deepEqual(left(one, { line: "answered", id: "gone.2" }), ["gone.1: notSent"]);
    assert.deepEqual(left(one, offered("gone"), offered("open")), ["gone.1: notSent offered by open"]);
    assert.deepEqual(left(one, offered("gone")), ["gone.1: notSent"]);
    const both = cutOffs([one, offered("a"), offered("b")], (window) => window !== "gone");
    assert.equal(both[0]?.offeredBy, "a");
  });

  it("keeps what it was about, and no more than that", () => {
    const [cut] = cutOffs([plan("gone.1", ["a"], { finishes: "gone.0", looked: false })], isOpen);
    assert.deepEqual(cut, {
      ...{ id: "gone.1", time: "2026-11-26T12:00:00.000Z", command: "authorizeMany" },
      ...{ title: "Authorize Many", done: "authorized", looked: false, isAnswered: false },
      items: [{ params: { profile: "a" }, became: "notSent" }],
    });
  });

  it("has left what is not known to be so", () => {
    assert.deepEqual((["done", "unchanged", "failed", "inDoubt", "notSent"] as const).map(isLeft), [
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});
