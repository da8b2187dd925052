import assert from "node:assert/strict";
import { resultAs } from "../../../src/commands/resultAs";
import type { CommandResult } from "../../../src/core/commandResult";

const text = { resultAs: "text" };

describe("the result for an input of a task", () => {
  it("is the text of the value where it went well and is wanted as one", () => {
    assert.equal(resultAs({ outcome: "done", value: "a:6379" }, text), "a:6379");
    assert.equal(resultAs({ outcome: "unchanged", value: [1] }, text), "[1]");
  });

  it("is the result in every other case", () => {
    const failed: CommandResult = {
      outcome: "failed",
      failure: { kind: "notFound", message: "No" },
      value: "a",
    };
    for (const [result, argument] of [
      [failed, text],
      [{ outcome: "cancelled" }, text],
      [{ outcome: "done" }, text],
      [{ outcome: "done", value: "a" }, {}],
      [{ outcome: "done", value: "a" }, undefined],
      [{ outcome: "done", value: "a" }, { resultAs: "json" }],
    ] as const) {
      assert.equal(resultAs(result, argument), result);
    }
  });
});
