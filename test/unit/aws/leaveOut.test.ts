import assert from "node:assert/strict";
import { LeftOut } from "../../../src/aws/http/leaveOut";

/** What is kept when the text comes in chunks of so many bytes. */
function without(xml: string, names: readonly string[], size = xml.length || 1): string {
  const bytes = Buffer.from(xml);
  const leftOut = new LeftOut(names);
  const kept: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    kept.push(...leftOut.push(bytes.subarray(start, start + size)));
  }
  return Buffer.concat([...kept, ...leftOut.end()]).toString();
}

describe("elements left out of an answer", () => {
  it("go with what is in them, as often as they come, wherever the chunks end", () => {
    const xml = "<a><id>1</id><rules><item>x</item></rules><id>ä</id><rules><item>y</item></rules></a>";
    for (let size = 1; size <= Buffer.byteLength(xml); size++) {
      assert.equal(without(xml, ["rules"], size), "<a><id>1</id><id>ä</id></a>", `chunks of ${size}`);
    }
  });

  it("are those of exactly these names", () => {
    const xml = "<a><rules>1</rules><rulesEgress>2</rulesEgress><rules/></a>";
    for (let size = 1; size <= xml.length; size++) {
      assert.equal(without(xml, ["rules"], size), "<a><rulesEgress>2</rulesEgress><rules/></a>");
      assert.equal(without(xml, ["rules", "rulesEgress"], size), "<a><rules/></a>");
      assert.equal(without(xml, ["rulesEgress", "rules"], size), "<a><rules/></a>");
    }
  });

  it("leave an answer as it is where there are none", () => {
    assert.equal(without("<a>ä</a>", ["rules"]), "<a>ä</a>");
    assert.equal(without("<a>ä</a>", []), "<a>ä</a>");
    assert.equal(without("", ["rules"]), "");
  });

  it("take the rest with them where one does not end, so that the answer counts as cut off", () => {
    assert.equal(without("<a>1<rules>2</a>", ["rules"]), "<a>1");
  });

  it("cost no memory but that of what is kept", () => {
    const leftOut = new LeftOut(["rules"]);
    const chunk = Buffer.from(`<id>1</id><rules>${"x".repeat(60_000)}</rules>`);
    const kept = Array.from({ length: 50 }, () => leftOut.push(chunk)).flat();
    const held = new Set(kept.filter(({ length }) => length > 0).map(({ buffer }) => buffer));
    const bytes = [...held].reduce((sum, { byteLength }) => sum + byteLength, 0);
    assert.ok(bytes < 100_000, `${bytes} bytes are held for 500`);
  });
});
