import assert from "node:assert/strict";
import { historyCsv } from "../../../src/core/formats/historyCsv";
import { historyText } from "../../../src/core/formats/historyText";
import { historyLine } from "../../../src/core/history";
import { entriesOf, windowsWithoutEnd } from "../../../src/core/journal/entriesOf";
import type { JournalLine } from "../../../src/core/journal/journalLine";
import { parseJournalLine } from "../../../src/core/journal/parseJournalLine";

const request = {
  time: "2026-11-26T10:00:00.000Z",
  target: { profile: "dev", region: "us-west-2" },
  action: "CreateCacheSecurityGroup",
  what: { CacheSecurityGroupName: "made" },
};
const sent = (id: string): JournalLine => ({ line: "sent", id, ...request });
const done = (id: string): JournalLine => ({ id, ...request, outcome: "done" });
const isOpen = (window: string) => window === "aa";
const outcomes = (...lines: readonly JournalLine[]) =>
  entriesOf(lines, isOpen).map(({ id, outcome, failure }) =>
    [id, outcome, failure?.kind].filter(Boolean).join(" "),
  );

describe("the lines of the journal", () => {
  it("are one entry for each change, in the order of their ends", () => {
    assert.deepEqual(outcomes(sent("aa.1"), sent("bb.1"), done("bb.1"), done("aa.1")), [
      "bb.1 done",
      "aa.1 done",
    ]);
  });

  it("are under way without an end while their window is open, and else in doubt", () => {
    const lines = [sent("aa.1"), sent("bb.1"), sent("bb.2"), done("bb.2")];
    assert.deepEqual(outcomes(...lines), ["aa.1 underWay", "bb.1 inDoubt windowEnded", "bb.2 done"]);
    assert.deepEqual([...windowsWithoutEnd(lines)], ["aa", "bb"]);
  });

  it("may be of before, have lost their beginning, or be told of again", () => {
    assert.deepEqual(
      outcomes(
        { ...request, outcome: "done" },
        { ...request, outcome: "failed", failure: { kind: "notFound" } },
        done("bb.7"),
        { line: "amended", id: "bb.9", outcome: "done" },
      ),
      ["done", "failed notFound", "bb.7 done"],
    );
  });

  it("are settled by what a look told", () => {
    const lost = { id: "aa.1", ...request, outcome: "inDoubt", failure: { kind: "network" } } as const;
    assert.deepEqual(outcomes(sent("aa.1"), lost), ["aa.1 inDoubt network"]);
    assert.deepEqual(outcomes(lost, { line: "amended", id: "aa.1", outcome: "done" }), ["aa.1 done"]);
    assert.deepEqual(outcomes(lost, { line: "amended", id: "aa.1", outcome: "failed" }), [
      "aa.1 failed network",
    ]);
    assert.deepEqual(outcomes(sent("bb.1"), { line: "amended", id: "bb.1", outcome: "unchanged" }), [
      "bb.1 unchanged",
    ]);
    // Whose keys they were says nothing of what came of it.
    const caller = { line: "amended", id: "aa.1", caller: "arn:me" } as const;
    assert.deepEqual(outcomes(lost, caller), ["aa.1 inDoubt network"]);
    assert.deepEqual(outcomes(sent("aa.1"), caller), ["aa.1 underWay"]);
    assert.deepEqual(
      entriesOf([lost, caller, { ...caller, caller: "arn:you" }], isOpen).map((entry) => entry.caller),
      ["arn:you"],
    );
  });

  for (const line of [sent("aa.1"), done("aa.1"), { line: "amended", id: "aa.1", caller: "arn" }] as const) {
    it(`come back equal: ${JSON.stringify(line).slice(0, 30)}…`, () => {
      assert.deepEqual(parseJournalLine(historyLine(line)), line);
    });
  }

  for (const text of [
    "",
    "[]",
    historyLine({ ...sent("aa.1"), id: 1 }),
    historyLine({ ...sent("aa.1"), what: "made" }),
    historyLine({ ...done("aa.1"), outcome: "underWay" }),
    historyLine({ line: "amended", id: "aa.1", outcome: "perhaps" }),
    historyLine({ line: "of a later version", id: "aa.1" }),
    historyLine(sent("aa.1")).slice(0, 60),
  ]) {
    it(`are passed over where one is ${text.trim() || "empty"}`, () => {
      assert.equal(parseJournalLine(text), undefined);
    });
  }

  it("say in the history what is in doubt and what is under way, and never that it is done", () => {
    const entries = entriesOf([sent("aa.1"), sent("bb.1")], isOpen);
    const text = historyText(entries);
    assert.match(text, /in doubt: the window ended before the answer came +CreateCacheSecurityGroup +made/);
    assert.match(text, /under way +CreateCacheSecurityGroup/);
    const csv = historyCsv(entries);
    assert.match(csv, /,underWay,,,\r\n/);
    assert.match(csv, /,inDoubt,windowEnded,,\r\n/);
    assert.doesNotMatch(`${text}${csv}${entries.map(historyLine).join("")}`, /\bdone\b|\bfailed\b/);
  });

  it("are joined without holding up the window, ten thousand changes of them", () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => [sent(`bb.${n}`), done(`bb.${n}`)]).flat();
    assert.equal(entriesOf(lines, isOpen).length, 10_000);
  });
});
