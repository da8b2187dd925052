import assert from "node:assert/strict";
import { answerText } from "../../../src/agents/answer";
import { asMany, fittedText, lengthOf, packed } from "../../../src/agents/fit";
import { lying } from "../../support/lyingCharacters";

const listed = Array.from({ length: 100 }, (_, id) => ({
  whole: { id, rules: "r".repeat(500) },
  brief: { id },
}));

describe("what fits into an answer", () => {
  it("is whole where there is room, else in brief, else the first", () => {
    assert.deepEqual(
      packed(listed.slice(0, 10), 10_000),
      listed.slice(0, 10).map(({ whole }) => whole),
    );
    assert.deepEqual(
      packed(listed, 10_000),
      listed.map(({ brief }) => brief),
    );
    const some = packed(listed, 200);
    assert.ok(some.length > 5 && some.length < 100, `${some.length}`);
    assert.ok(lengthOf(some) <= 200);
    assert.deepEqual(asMany(listed, 0), []);
  });

  it("is made smaller until the model has room for it, and never without end", async () => {
    const build = (room: number) => ({ summary: "100 caches", caches: packed(listed, room - 50) });
    const perCharacter = (budget: number) => ({
      tokenBudget: budget,
      countTokens: async (text: string) => text.length,
    });
    assert.ok((await fittedText(build)).length <= 24_000);
    for (const budget of [5_000, 1_000, 500]) {
      const text = await fittedText(build, perCharacter(budget));
      assert.ok(text.length <= budget, `${text.length} of ${budget}`);
      assert.ok(text.length > budget / 3 || text.length > 900, `${text.length} of ${budget}`);
    }
    assert.match(await fittedText(build, perCharacter(0)), /100 caches/);
  });
});

describe("the text of an answer", () => {
  it("shows every character that is not seen, and means the same", () => {
    for (const character of Object.values(lying).flat()) {
      const answer = { name: `a${character}b` };
      const text = answerText(answer);
      assert.match(text, /^[\x20-\x7e]*$/, JSON.stringify(character));
      assert.deepEqual(JSON.parse(text), answer);
    }
    assert.equal(answerText({ name: "Gruppe für Jörg" }), '{"name":"Gruppe für Jörg"}');
  });
});
