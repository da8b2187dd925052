import assert from "node:assert/strict";
import { xmlRoot } from "../../../src/aws/http/xmlRoot";
import { takesAtMost } from "../../support/cpuTime";

describe("the root of an XML document", () => {
  it("stands behind its declaration, comments and spaces", () => {
    for (const [text, name] of [
      ["<a/>", "a"],
      ["<a>", "a"],
      ['<a xmlns="x">', "a"],
      ['\ufeff<?xml version="1.0"?>\r\n<!-- one --><!-- two -->\t<Response>', "Response"],
      ["<!-- <b> --> <c >", "c"],
      ["<?xml?><?other?><d.e-f/>", "d.e-f"],
      ["<a:b>", undefined],
      ["<!-- <b>", undefined],
      ["<!--><b>", undefined],
      ["<?xml <b>", undefined],
      ["<!DOCTYPE a><a>", undefined],
      ["text <a>", undefined],
      ["<1a>", undefined],
      ["<a", undefined],
      ["", undefined],
    ] as const) {
      assert.equal(xmlRoot(text)?.name, name, text);
    }
    assert.deepEqual(xmlRoot("<a/>"), { name: "a", isEmpty: true });
    assert.deepEqual(xmlRoot("<a><b/></a>"), { name: "a", isEmpty: false });
  });

  it("is not looked for longer than the text is long, whatever it is made of", () => {
    for (const part of [
      "<!---->",
      "<!-->",
      "<!--",
      "<?",
      "<??>",
      "-->",
      "<a ",
      " ",
      "<",
      "<!-- --> ",
      "<!-- -",
    ]) {
      const text = part.repeat(100_000);
      for (const whole of [text, `${text}<x`]) {
        takesAtMost(50, () => xmlRoot(whole), part);
      }
    }
  });
});
