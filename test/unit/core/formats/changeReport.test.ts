import assert from "node:assert/strict";
import { reportOf, summaryOf } from "../../../../src/core/formats/changeReport";

describe("what is said of a change of several", () => {
  const item = { profile: "dev", region: "us-west-2", name: "wall" };
  const failed = (kind: "notFound" | "throttled") =>
    ({
      item,
      end: { outcome: "failed", failure: { kind, message: "No", code: "Gone", requestId: "r-1" } },
    }) as const;
  const ended = [
    { item, end: { outcome: "done" } },
    failed("notFound"),
    { item, end: { outcome: "unchanged" } },
    failed("throttled"),
    failed("notFound"),
    { item, end: { outcome: "notStarted" } },
  ] as const;
  const change = {
    ...{ title: "Paint", done: "painted" },
    fields: ({ profile, name }: typeof item) => ({ profile, name, rules: ["a"] }),
  };

  it("counts what became of them, and the kinds of failures where there are several", () => {
    const all = "1 painted, 1 already painted, 1 not started, 3 failed (2 not there, 1 throttled)";
    assert.equal(summaryOf(change, ended), all);
    assert.equal(summaryOf(change, [failed("notFound"), failed("notFound")]), "2 failed (not there)");
    assert.equal(summaryOf(change, []), "");
  });

  it("lists each below what became of it, what needs a look first, with why", () => {
    const [first, time, ...rest] = reportOf(change, ended, true).split("\n");
    assert.match(first ?? "", /^Paint, cancelled: 1 painted/);
    assert.ok(time);
    assert.deepEqual(rest, [
      "",
      "Failed: 3",
      '  dev  wall  ["a"]  notFound, Gone   No · r-1',
      '  dev  wall  ["a"]  throttled, Gone  No · r-1',
      '  dev  wall  ["a"]  notFound, Gone   No · r-1',
      ...["", "Not started: 1", '  dev  wall  ["a"]'],
      ...["", "Already painted: 1", '  dev  wall  ["a"]'],
      ...["", "Painted: 1", '  dev  wall  ["a"]', ""],
    ]);
    assert.match(reportOf(change, [], false), /^Paint: nothing to do\n/);
    const cells = { ...change, cells: () => ["own", "cells"] };
    assert.match(reportOf(cells, ended, false), /\n {2}own {2}cells\n/);
  });
});
