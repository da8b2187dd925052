import assert from "node:assert/strict";
import { accessMap } from "../../../../src/core/map/accessMap";
import { plainView } from "../../../../src/core/map/mapView";
import { readFromPage, readToPage, readView } from "../../../../src/core/map/messages";
import { cacheOf, ruleFrom } from "../../../support/caches";
import { factsFrom } from "../../../support/mapFacts";

describe("the messages between the map and its page", () => {
  const facts = factsFrom({ caches: [cacheOf("one")], rules: { "sg-1": [ruleFrom("sg-9")] } });
  const { data } = accessMap([facts], [], "2026-11-26T12:00:00.000Z");
  const message = { type: "map", map: data, isReading: false };

  it("are taken as they are meant", () => {
    assert.equal(readToPage(message), message);
    const act = { type: "act", row: "source sg-9", column: "", action: "revoke" };
    assert.equal(readFromPage(act), act);
    const saving = { type: "save", format: "csv", text: "Source" };
    assert.equal(readFromPage(saving), saving);
    const view = { ...plainView, compare: { of: "cache", one: "a", other: "b" } };
    assert.equal(readView(view), view);
  });

  it("are ignored where they are of another shape", () => {
    const wrong: readonly unknown[] = [
      ...[undefined, null, "ready", 7, [], {}, { type: "constructor" }, { type: "__proto__" }],
      { type: "act", row: 1, column: "" },
      { type: "act", row: "", column: "", action: "delete" },
      { type: "save", format: "exe", text: "" },
      { type: "runCommand", id: "workbench.action.terminal.new" },
    ];
    assert.deepEqual(
      wrong.map(readFromPage),
      wrong.map(() => undefined),
    );
    assert.equal(readToPage({ ...message, map: { ...data, cells: [{ row: "0" }] } }), undefined);
    assert.equal(readView({ ...plainView, group: "everything" }), undefined);
  });
});
