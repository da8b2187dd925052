import assert from "node:assert/strict";
import fc from "fast-check";
import { plainXml } from "../../src/aws/xml/plainXml";
import { sdkXml as sdk } from "../support/sdkXml";
import { holds } from "./holds";
import { soup } from "./texts";

const name = fc.constantFrom("A", "Ab", "member", "item", "constructor", "__proto__", "length");
const text = soup(
  "x",
  "a longer text than twelve",
  " ",
  "\n",
  "&amp;",
  "&lt;",
  "&#65;",
  "&x;",
  "&",
  "é",
  "]]>",
  "\r",
);
const element: fc.Memo<string> = fc.memo((depth) =>
  depth < 2
    ? fc.tuple(name, text).map(([tag, inner]) => (inner === "" ? `<${tag}/>` : `<${tag}>${inner}</${tag}>`))
    : fc
        .tuple(
          name,
          fc.array(fc.oneof(element(depth - 1), fc.constantFrom("", "\n  ", " ", "<!-- -->")), {
            maxLength: 4,
          }),
        )
        .map(([tag, inner]) => `<${tag}>${inner.join("")}</${tag}>`),
);
const document = fc.oneof(
  element(4).map((root) => `<R xmlns="x">${root}</R>`),
  soup(
    "<R>",
    "</R>",
    "<A>",
    "</A>",
    "<A/>",
    "<",
    ">",
    "/",
    "text",
    "&amp;",
    "\n",
    "<?xml version='1.0'?>",
    "<!",
    ' x="y"',
  ),
);

describe("a plain XML document, whatever it is", () => {
  it("is read as the SDK reads it, or left to the SDK", () => {
    holds(document, (xml) => {
      const plain = plainXml(xml);
      if (plain !== undefined) {
        assert.deepEqual(plain, sdk.of(xml));
      }
    });
  });
});
