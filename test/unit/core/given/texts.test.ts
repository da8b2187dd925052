import assert from "node:assert/strict";
import { textParam, textParams, textsParam } from "../../../../src/core/given/texts";

describe("a text among params", () => {
  it("is taken as it is, or left out, and nothing else is one", () => {
    assert.deepEqual(textParam({ name: "web" }, "name"), { ok: true, value: "web" });
    assert.deepEqual(textParam({ name: "" }, "name"), { ok: true, value: "" });
    assert.deepEqual(textParam({}, "name"), { ok: true, value: undefined });
    const wrong = textParam({ name: 7 }, "name");
    assert.ok(!wrong.ok);
    assert.equal(wrong.failure.field, "name");
    assert.match(wrong.failure.message, /^name is to be text/);
    const long = textParam({ name: "x".repeat(10_001) }, "name");
    assert.ok(!long.ok && long.failure.field === "name");
    assert.match(long.failure.message, /^name has 10001 characters; 10000 are the most/);
  });

  it("is read with others, the first that is wrong is the failure", () => {
    assert.deepEqual(textParams({ a: "1", c: "3", more: 4 }, ["a", "b", "c"]), {
      ok: true,
      value: { a: "1", c: "3" },
    });
    const wrong = textParams({ a: "1", b: null, c: 3 }, ["a", "b", "c"]);
    assert.equal(!wrong.ok && wrong.failure.field, "b");
  });

  it("is one of a list, all of which are texts", () => {
    assert.deepEqual(textsParam({ names: ["a", "b"] }, "names", "profiles"), { ok: true, value: ["a", "b"] });
    assert.deepEqual(textsParam({ names: [] }, "names", "profiles"), { ok: true, value: [] });
    for (const names of [undefined, "a", ["a", 7], ["x".repeat(10_001)]]) {
      const wrong = textsParam({ names }, "names", "profiles");
      assert.ok(!wrong.ok);
      assert.match(wrong.failure.message, /^names is to be a list of profiles/);
    }
  });
});
