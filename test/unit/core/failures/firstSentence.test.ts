import assert from "node:assert/strict";
import { firstSentence } from "../../../../src/core/failures/failures";
import { failureNote } from "../../../../src/ui/entries";
import { takesAtMost } from "../../../support/cpuTime";

describe("a message's first sentence", () => {
  for (const [message, sentence] of [
    ["One. Two.", "One"],
    ["One", "One"],
    ["One.", "One"],
    ["One.\nTwo", "One"],
    ["One  \nTwo", "One"],
    ["Version 1.2 is old. Two", "Version 1.2 is old"],
    ["AWS answered X... Two", "AWS answered X.."],
    ["", ""],
  ] as const) {
    it(`of ${JSON.stringify(message)} is ${JSON.stringify(sentence)}`, () => {
      assert.equal(firstSentence(message, {}), sentence);
    });
  }

  it("goes on over a name that has a full stop or a line break in it", () => {
    const region = "us-west-2\noutput = json";
    assert.equal(
      firstSentence(`${region} cannot be the name of a region. Nothing was sent`, [region]),
      `${region} cannot be the name of a region`,
    );
    const commented = "us-west-2 # Oregon. Main one";
    assert.equal(firstSentence(`${commented} is none. Two`, [commented]), `${commented} is none`);
    assert.equal(
      firstSentence("Profile Acme Inc. prod has no keys. Two", ["Acme Inc. prod"]),
      "Profile Acme Inc. prod has no keys",
    );
    assert.equal(firstSentence("One. Two", ["", "."]), "One. Two");
  });

  it("goes on over the names of the target or the item that it is about", () => {
    const item = { profile: "Acme Inc. prod", region: "us-west-2", name: undefined, ports: [6379] };
    assert.equal(
      firstSentence("Profile Acme Inc. prod may not do it in us-west-2. Nothing was sent", item),
      "Profile Acme Inc. prod may not do it in us-west-2",
    );
    assert.equal(
      failureNote({ kind: "credentials", message: "Profile Acme Inc. prod has no keys. Two" }, item).label,
      "Profile Acme Inc. prod has no keys",
    );
  });

  it("is found in no time, in whatever text, and is no page", () => {
    for (const text of [
      " ".repeat(1_000_000),
      `${" ".repeat(80_000)}x`,
      ".".repeat(1_000_000),
      "a.b".repeat(400_000),
    ]) {
      const names = ["a.".repeat(100_000), "..".repeat(900)];
      takesAtMost(200, () => assert.ok(firstSentence(text, names).length <= 2_000), text.slice(0, 10));
    }
  });
});
