import assert from "node:assert/strict";
import { isIPv6 } from "node:net";
import fc from "fast-check";
import { cidrOf, contains, isEverything, parseCidr } from "../../../../src/core/rules/cidr";

describe("a CIDR block", () => {
  for (const [written, canonical] of [
    ["10.0.0.0/16", "10.0.0.0/16"],
    [" 192.168.1.7/32 ", "192.168.1.7/32"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["::/0", "::/0"],
    ["2001:DB8:0:0::/48", "2001:db8::/48"],
    ["2001:db8::1/128", "2001:db8::1/128"],
    ["fe80:0:0:0:0:0:0:0/10", "fe80::/10"],
  ] as const) {
    it(`${written.trim()} is kept as ${canonical}`, () => {
      const parsed = parseCidr(written);
      assert.equal(parsed.ok && parsed.value.text, canonical);
    });
  }

  for (const [written, suggestion] of [
    ["10.0.3.7/16", "10.0.0.0/16"],
    ["255.255.255.255/1", "128.0.0.0/1"],
    ["1.2.3.4/0", "0.0.0.0/0"],
    ["2001:db8::1/64", "2001:db8::/64"],
    ["10.0.0.1", "10.0.0.1/32"],
    ["10.0.0.1/", "10.0.0.1/32"],
    ["2001:db8::1", "2001:db8::1/128"],
  ] as const) {
    it(`${written} is refused, with ${suggestion} as what was meant`, () => {
      const parsed = parseCidr(written);
      assert.ok(!parsed.ok);
      assert.equal(parsed.suggestion, suggestion);
      assert.ok(parsed.message.includes(suggestion), parsed.message);
    });
  }

  for (const written of [
    "",
    "10.0.0/8",
    "10.0.0.0/33",
    "::/129",
    "10.0.0.256/32",
    "010.0.0.0/8",
    "fe80::%1/64",
  ]) {
    it(`${JSON.stringify(written)} is none`, () => {
      const parsed = parseCidr(written);
      assert.ok(!parsed.ok);
      assert.equal(parsed.suggestion, undefined);
    });
  }

  it("has an IPv6 address where Node says that it is one, without a zone", () => {
    const word = fc.constantFrom(
      ...["0", "1", "00ab", "FFFF", "12345", "g", ""],
      ...["1.2.3.4", "01.2.3.4", "1.2.3", "]/x"],
    );
    const around = fc.constantFrom("", "::", ":", "%1");
    fc.assert(
      fc.property(around, fc.array(word, { maxLength: 10 }), around, (before, words, after) => {
        const address = `${before}${words.join(":")}${after}`;
        const isOne = !address.includes("%") && !address.includes("/") && isIPv6(address);
        assert.equal(cidrOf(`${address}/128`) !== undefined, isOne, address);
      }),
      { numRuns: 5_000 },
    );
  });

  it("holds the blocks within it, of its own family only", () => {
    const block = (text: string) => cidrOf(text) ?? assert.fail(text);
    assert.ok(contains(block("10.0.0.0/8"), block("10.255.0.0/16")));
    assert.ok(contains(block("10.0.0.0/8"), block("10.0.0.0/8")));
    assert.ok(!contains(block("10.0.0.0/16"), block("10.0.0.0/8")));
    assert.ok(!contains(block("10.0.0.0/16"), block("10.1.0.0/24")));
    assert.ok(!contains(block("::/0"), block("10.0.0.0/8")));
    assert.ok(isEverything(block("::/0")));
    assert.ok(!isEverything(block("0.0.0.0/1")));
  });
});
