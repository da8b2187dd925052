import assert from "node:assert/strict";
import fc from "fast-check";
import { type AddressRange, covers, touches, unionOf } from "../../../../src/core/rules/addressSet";
import { areEverybody } from "../../../../src/core/rules/breadth";
import { cidrOf, contains } from "../../../../src/core/rules/cidr";
import { areOpen, hasEffectOn, widthWords } from "../../../../src/core/rules/openness";
import {
  blocksOfEntries,
  holdsWords,
  type KnownPrefixLists,
  noPrefixLists,
} from "../../../../src/core/rules/prefixLists";
import type { RuleSource } from "../../../../src/core/rules/rule";

const from = (text: string): RuleSource =>
  text.startsWith("pl-")
    ? { kind: "prefixList", prefixListId: text }
    : text.startsWith("sg-")
      ? { kind: "securityGroup", groupId: text }
      : text.includes(":")
        ? { kind: "cidrIpv6", cidr: text }
        : { kind: "cidrIp", cidr: text };

const list = (id: string, family: string) => ({ id, name: id, ownerId: "AWS", family });
const known: KnownPrefixLists = {
  lists: [
    list("pl-all", "IPv4"),
    list("pl-office", "IPv4"),
    list("pl-six", "IPv6"),
    list("pl-unread", "IPv6"),
  ],
  entries: new Map(
    [
      ["pl-all", ["10.0.0.0/8", "0.0.0.0/0"]] as const,
      ["pl-office", ["192.0.2.0/24"]] as const,
      ["pl-six", ["2001:db8::/32"]] as const,
      ["pl-half", ["0.0.0.0/1"]] as const,
      ["pl-empty", []] as const,
      ["pl-odd", ["everybody"]] as const,
    ].flatMap(([id, entries]) => {
      const blocks = blocksOfEntries(entries);
      return blocks ? [[id, blocks]] : [];
    }),
  ),
};

/** Every public address, and none that is private or of no use on the internet. */
const publicAlone = without(
  "0.0.0.0/0",
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"],
  ...["203.0.113.0/24", "224.0.0.0/3"],
);
const withoutExamples = without("2000::/3", "2001:db8::/32", "3fff::/20");

/** A block in halves, and halves of halves, without those that are left out. */
function without(block: string, ...leftOut: readonly string[]): readonly string[] {
  const whole = cidrOf(block) ?? assert.fail(block);
  const out = leftOut.map((each) => cidrOf(each) ?? assert.fail(each));
  if (out.some((each) => contains(each, whole))) {
    return [];
  }
  if (!out.some((each) => contains(whole, each))) {
    return [whole.text];
  }
  const bits = whole.family === 4 ? 32 : 128;
  const half = 1n << BigInt(bits - whole.prefix - 1);
  return [whole.first, whole.first + half].flatMap((first) =>
    without(`${addressOf(whole.family, first)}/${whole.prefix + 1}`, ...leftOut),
  );
}

function wordsOf(sources: readonly string[]): string {
  return sources.length > 10 ? `${sources.length} from ${sources[0]} on` : sources.join(" and ") || "nobody";
}

function addressOf(family: 4 | 6, value: bigint): string {
  return family === 4
    ? [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".")
    : (value.toString(16).padStart(32, "0").match(/.{4}/g) ?? []).join(":");
}

describe("sources that are everybody", () => {
  for (const [sources, answer] of [
    [["0.0.0.0/0"], "yes"],
    [["::/0"], "yes"],
    [["0.0.0.0/1", "128.0.0.0/1"], "yes"],
    [["128.0.0.0/1", "192.0.2.0/24", "0.0.0.0/1"], "yes"],
    [["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"], "yes"],
    // All that a machine can have: what is left out is loopback, link-local and no machine's.
    [["0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3"], "yes"],
    [publicAlone, "yes"],
    [publicAlone.slice(1), "no"],
    [publicAlone.filter((block) => block !== "172.32.0.0/11"), "no"],
    [["::/1", "8000::/1"], "yes"],
    [withoutExamples, "yes"],
    [["2000::/3"], "yes"],
    [["2000::/4", "3000::/4"], "yes"],
    [["pl-all"], "yes"],
    [["pl-half", "128.0.0.0/1"], "yes"],
    [["0.0.0.0/0", "pl-unread"], "yes"],
    [["0.0.0.0/1"], "no"],
    [["0.0.0.0/1", "8000::/1"], "no"],
    [["0.0.0.0/1", "128.0.0.0/2"], "no"],
    [["2000::/4"], "no"],
    [["8000::/1"], "no"],
    [["10.0.0.0/8"], "no"],
    [["sg-1"], "no"],
    [["pl-office"], "no"],
    [["pl-empty"], "no"],
    [[], "no"],
    [["pl-unread"], "notKnown"],
    [["pl-never-heard-of"], "notKnown"],
    [["pl-odd"], "notKnown"],
    [["pl-unread", "10.0.0.0/8"], "notKnown"],
  ] as const) {
    it(`say ${answer} of ${wordsOf(sources)}`, () => {
      assert.equal(areOpen(sources.map(from), known), answer);
    });
  }

  it("are found to be so by their prefixes first, and are the same", () => {
    const wide = fc
      .tuple(fc.nat(255), fc.integer({ min: 0, max: 5 }))
      .map(
        ([first, prefix]) =>
          cidrOf(`${first}.0.0.0/${prefix}`)?.text ?? cidrOf(`${first}.0.0.0/8`)?.text ?? "",
      );
    const wide6 = fc
      .tuple(fc.nat(15), fc.integer({ min: 0, max: 5 }))
      .map(([first, prefix]) => cidrOf(`${first.toString(16)}000::/${prefix}`)?.text ?? "::/1");
    fc.assert(
      fc.property(fc.array(fc.oneof(wide, wide6), { maxLength: 14 }), (texts) => {
        const all = texts.map((text) => cidrOf(text) ?? assert.fail(text));
        assert.equal(areOpen(texts.map(from), noPrefixLists), areEverybody(all) ? "yes" : "no");
      }),
      { numRuns: 2_000, seed: 20_261_126 },
    );
  });

  it("are not known before prefix lists were read", () => {
    assert.equal(areOpen([from("pl-all")], noPrefixLists), "notKnown");
  });
});

describe("a prefix list", () => {
  it("is told with what it holds", () => {
    assert.equal(holdsWords(undefined), undefined);
    assert.equal(holdsWords([]), "nothing");
    assert.equal(holdsWords(blocksOfEntries(["10.0.0.0/8", "::/0"])), "10.0.0.0/8, ::/0");
    const many = Array.from({ length: 25 }, (_, at) => `10.0.${at}.0/24`);
    assert.match(holdsWords(blocksOfEntries(many)) ?? "", /10\.0\.19\.0\/24, 5 more$/);
  });
});

describe("a source", () => {
  it("counts for nothing where the cache has no address of its family", () => {
    for (const [networkType, source, answer] of [
      ["ipv4", "::/0", "no"],
      ["ipv6", "0.0.0.0/0", "no"],
      ["dual_stack", "::/0", "yes"],
      ["ipv4", "sg-2", "yes"],
      ["ipv4", "pl-six", "no"],
      ["ipv4", "pl-unread", "no"],
      ["ipv4", "pl-office", "yes"],
      ["ipv6", "pl-half", "no"],
      ["ipv4", "pl-never-heard-of", "notKnown"],
      ["dual_stack", "pl-never-heard-of", "yes"],
    ] as const) {
      assert.equal(hasEffectOn(networkType, from(source), known), answer, `${source} on ${networkType}`);
    }
  });

  it("is worth a word where it is a whole private range", () => {
    assert.match(widthWords(from("10.0.0.0/8"), known) ?? "", /All of 10\.0\.0\.0\/8/);
    assert.match(widthWords(from("172.16.0.0/12"), known) ?? "", /172\.16/);
    assert.match(widthWords(from("192.0.0.0/8"), known) ?? "", /192\.168/);
    assert.match(widthWords(from("128.0.0.0/1"), known) ?? "", /172\.16\.0\.0\/12 and 192\.168\.0\.0\/16/);
    assert.match(widthWords(from("fc00::/7"), known) ?? "", /fd00::\/8/);
    for (const narrow of [
      "10.0.0.0/9",
      "172.16.0.0/13",
      "192.168.0.0/17",
      "192.0.2.0/24",
      "sg-1",
      "pl-office",
    ]) {
      assert.equal(widthWords(from(narrow), known), undefined, narrow);
    }
  });
});

describe("a union of blocks", () => {
  const block = fc
    .tuple(fc.nat(255), fc.integer({ min: 24, max: 32 }))
    .map(([last, prefix]) => cidrOf(`192.0.2.${last}/${prefix}`) ?? assert.fail());
  const base = 0xc0000200n;
  const isIn = (address: bigint, { first, last }: AddressRange) => first <= address && address <= last;

  it("holds the addresses of its blocks and no others, in ranges that do not touch", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.nat(255), fc.nat(255), (blocks, one, other) => {
        const union = unionOf(blocks, 4);
        const held = (address: bigint) =>
          blocks.some(({ first, prefix }) => address >> BigInt(32 - prefix) === first >> BigInt(32 - prefix));
        const [from_, to] = [base + BigInt(Math.min(one, other)), base + BigInt(Math.max(one, other))];
        let all = true;
        let some = false;
        for (let address = from_; address <= to; address++) {
          const is = held(address);
          assert.equal(
            union.some((range) => isIn(address, range)),
            is,
          );
          all &&= is;
          some ||= is;
        }
        assert.equal(covers(union, { first: from_, last: to }), all);
        assert.equal(touches(union, { first: from_, last: to }), some);
        assert.ok(union.every((range, at) => at === 0 || range.first > (union[at - 1]?.last ?? 0n) + 1n));
      }),
      { numRuns: 2_000, seed: 20_261_126 },
    );
  });
});
