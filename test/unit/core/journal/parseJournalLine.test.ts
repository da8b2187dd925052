import assert from "node:assert/strict";
import { parseJournalLine } from "../../../../src/core/journal/parseJournalLine";

const sent = {
  ...{
    line: "sent",
    id: "w.1",
    time: "2026-11-26T12:00:00.000Z",
    action: "AuthorizeCacheSecurityGroupIngress",
  },
  ...{ target: { profile: "dev", region: "us-west-2" }, what: { CacheSecurityGroupName: "shop" } },
};
const plan = {
  ...{ line: "plan", id: "w.2", time: "2026-11-26T12:00:00.000Z", command: "authorizeMany" },
  ...{ title: "Authorize Many", done: "authorized", items: [{ profile: "dev" }], looked: true },
};

const without = (line: object, field: string) =>
  Object.fromEntries(Object.entries(line).filter(([name]) => name !== field));

describe("a line of the journal", () => {
  for (const line of [
    sent,
    { ...sent, caller: "arn:aws:iam::111122223333:user/dev" },
    { ...sent, of: { plan: "w.2", item: 0 } },
    plan,
    { ...plan, items: [], looked: false, finishes: "w.0" },
    { line: "planEnded", id: "w.2" },
    { line: "answered", id: "w.2" },
    { line: "offered", id: "w.2", window: "w" },
    { line: "amended", id: "w.1" },
    { line: "amended", id: "w.1", caller: "arn", outcome: "done" },
  ]) {
    it(`is read as it was written: ${JSON.stringify(line)}`, () => {
      assert.deepEqual(parseJournalLine(JSON.stringify(line)), line);
    });
  }

  for (const [line, field, values] of [
    [sent, "time", [7, undefined]],
    [sent, "target", [undefined, {}, "dev"]],
    [sent, "what", [undefined, []]],
    [sent, "of", [null, [], { plan: 1, item: 0 }, { plan: "w.2", item: "0" }]],
    [plan, "time", [7]],
    [plan, "command", [7]],
    [plan, "title", [7]],
    [plan, "done", [null]],
    [plan, "id", [undefined, 7]],
    [{ line: "offered", id: "w.2", window: "w" }, "window", [7, null]],
    [{ line: "answered", id: "w.2" }, "id", [undefined, 7]],
    [{ line: "amended", id: "w.1" }, "id", [undefined, 7]],
  ] as const) {
    for (const value of values) {
      it(`is none with another ${field}: ${JSON.stringify({ ...line, [field]: value })}`, () => {
        assert.equal(parseJournalLine(JSON.stringify({ ...line, [field]: value })), undefined);
      });
    }
  }

  for (const line of [
    7,
    null,
    [],
    {},
    { line: "another", id: "w.1" },
    without(sent, "id"),
    without(sent, "action"),
    { ...sent, id: 7 },
    { ...sent, caller: 7 },
    { ...sent, of: "w.2" },
    { ...sent, of: { plan: "w.2" } },
    { ...sent, of: { item: 0 } },
    ...["time", "command", "title", "done", "items", "looked"].map((field) => without(plan, field)),
    { ...plan, items: {} },
    { ...plan, items: [{}, 7] },
    { ...plan, looked: "yes" },
    { ...plan, finishes: 7 },
    { line: "offered", id: "w.2" },
    { line: "planEnded" },
    { line: "amended", id: "w.1", outcome: "so" },
    { line: "amended", id: "w.1", caller: 7 },
  ]) {
    it(`is none: ${JSON.stringify(line)}`, () => {
      assert.equal(parseJournalLine(JSON.stringify(line)), undefined);
    });
  }

  it("is none where a crash tore it", () =>
    assert.equal(parseJournalLine(JSON.stringify(sent).slice(0, 40)), undefined));
});
