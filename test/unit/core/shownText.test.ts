import assert from "node:assert/strict";
import { shownLines, shownText } from "../../../src/core/shownText";
import { lying } from "../../support/lyingCharacters";

describe("a text as it may be shown", () => {
  for (const [kind, characters] of Object.entries(lying)) {
    it(`makes ${kind} visible`, () => {
      for (const character of characters) {
        const code = (character.codePointAt(0) ?? 0).toString(16);
        const text = shownText(`a${character}b`);
        assert.match(text, /^a\\[\x20-\x7e]+b$/, code);
        assert.ok("\n\r\t".includes(character) || text.includes(code), `${text} tells ${code}`);
      }
    });
  }

  it("leaves what is seen as it is", () => {
    for (const text of [
      "",
      "prod",
      "größe ☃ 🦜",
      "名前 全角",
      "a\\nb",
      "Ещё",
      "é",
      "cafe\u0301",
      "👩‍👩‍👧",
      "❤️",
      "한국어",
      "שלום",
      "مرحبا",
      "a b",
    ]) {
      assert.equal(shownText(text), text);
    }
  });

  it("leaves of a picture only what is seen in it", () => {
    assert.equal(shownText("😀\ufe0f"), "😀\\ufe0f");
    assert.equal(shownText("😀\ufe0f\u200d😀"), "😀\\ufe0f\\u200d😀");
    assert.equal(shownText("\u{1f8ff}\ufe0f"), "\\u{1f8ff}\\ufe0f");
    for (const text of ["👁️‍🗨️", "🏳️‍🌈", "❤️‍🔥", "⚕️", "👩‍⚕️"]) {
      assert.equal(shownText(text), text);
    }
  });

  it("leaves nothing more to escape", () => {
    const all = Object.values(lying).flat().join(" ");
    assert.equal(shownText(shownText(all)), shownText(all));
    assert.match(shownText(all), /^[\x20-\x7e]*$/);
  });

  it("ends somewhere", () => {
    assert.equal(shownText("x".repeat(1_000_000)).length, 10_001);
    assert.ok(shownText("\u200b".repeat(1_000_000)).length < 100_000);
  });

  it("begins a line only where we do", () => {
    assert.equal(shownLines(["one", "", "two\nthree"]), "one\n\ntwo\\nthree");
  });
});
