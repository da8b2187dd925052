import assert from "node:assert/strict";
import { withoutElements } from "../../../src/aws/http/leaveOut";

const without = (xml: string, ...names: readonly string[]) =>
  withoutElements(Buffer.from(xml), names).toString();

describe("elements left out of an answer", () => {
  it("go with what is in them, as often as they come", () => {
    const xml = "<a><id>1</id><rules><item>x</item></rules><id>2</id><rules><item>y</item></rules></a>";
    assert.equal(without(xml, "rules"), "<a><id>1</id><id>2</id></a>");
  });

  it("are those of exactly these names", () => {
    const xml = "<a><rules>1</rules><rulesEgress>2</rulesEgress><rules/></a>";
    assert.equal(without(xml, "rules"), "<a><rulesEgress>2</rulesEgress><rules/></a>");
    assert.equal(without(xml, "rules", "rulesEgress"), "<a><rules/></a>");
  });

  it("leave an answer as it is where there are none, or where one does not end", () => {
    assert.equal(without("<a>ä</a>", "rules"), "<a>ä</a>");
    assert.equal(without("<a><rules>1</a>", "rules"), "<a><rules>1</a>");
  });
});
