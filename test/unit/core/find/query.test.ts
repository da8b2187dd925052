import assert from "node:assert/strict";
import { isMatch, parseQuery, type Searched } from "../../../../src/core/find/query";
import { cidrOf } from "../../../../src/core/rules/cidr";

const cache: Searched = {
  shown: "Sessions open · valkey · replication group · 6379",
  terms: [
    "arn:aws:elasticache:us-west-2:111122223333:replicationgroup:sessions",
    "clustercfg.sessions.abc123.usw2.cache.amazonaws.com",
    "sg-0a1b2c3d",
    "Team=Web shop",
  ],
  hosts: ["sessions", "sessions-0001-001"],
  blocks: [],
  above: "prod-payments us-west-2 Caches",
};
const rule: Searched = {
  shown: "Office tcp 6379",
  terms: ["sgr-0123"],
  hosts: [],
  blocks: ["10.1.0.0/16", "2001:db8::/32"].flatMap((text) => cidrOf(text) ?? []),
  above: "prod us-west-2 Caches sessions web",
};

const finds = (query: string, thing: Searched) => isMatch(parseQuery(query), thing);

describe("what a search finds", () => {
  for (const query of [
    "sessions",
    "SESSIONS prod",
    "6379 us-west-2 sess",
    "team=web",
    "sg-0a1b2c3d",
    "111122223333",
    "clustercfg.sessions.abc123.usw2.cache.amazonaws.com:6379",
    "rediss://:secret@clustercfg.sessions.abc123.usw2.cache.amazonaws.com:6379/0",
    '"clustercfg.sessions.abc123.usw2.cache.amazonaws.com",',
    "(clustercfg.sessions.abc123.usw2.cache.amazonaws.com:6379).",
    "sessions-0001-001.sessions.abc123.usw2.cache.amazonaws.com",
    "Sessions-0001-001.sessions.abc123.usw2.cache.amazonaws.com.cn:6379",
  ]) {
    it(`is the cache for ${query}`, () => {
      assert.ok(finds(query, cache));
    });
  }

  for (const query of [
    "",
    "  ",
    "prod-payments",
    "sessions other",
    "other-0001-001.other.abc123.usw2.cache.amazonaws.com",
    "sessions.example.com",
  ]) {
    it(`is not the cache for ${JSON.stringify(query)}`, () => {
      assert.ok(!finds(query, cache));
    });
  }

  it("is words without what stands around them in a text", () => {
    const words = (text: string) => parseQuery(text).map((word) => word.text);
    for (const [text, found] of [
      ["a  b", ["a", "b"]],
      ["'a' \"b\" `c` (d) <e> [f] {g}", ["a", "b", "c", "d", "e", "f", "g"]],
      ["a, b; c. d! e?", ["a", "b", "c", "d", "e"]],
      ["((a)),", ["a"]],
      ["a(b)c", ["a(b)c"]],
      ["redis://user:secret@one.example:6379/0", ["one.example"]],
      ["redis://one.example:6379", ["one.example"]],
      ["redis+tls://one.example/0", ["one.example"]],
      ["one.example:6379", ["one.example"]],
      ["one.example:123456", ["one.example:123456"]],
      ["one.example/a b", ["one.example", "b"]],
      ["10.0.0.1:6379", ["10.0.0.1"]],
      ["10.0.0.1:123456", ["10.0.0.1:123456"]],
      ["10.0.0.0/8", ["10.0.0.0/8"]],
      ["x10.0.0.1:6379", ["x10.0.0.1"]],
      ["arn:aws:elasticache:us-west-2:1:cluster:a", ["arn:aws:elasticache:us-west-2:1:cluster:a"]],
      ["team=a:b", ["team=a:b"]],
      ["one.example:", ["one.example:"]],
      ["...", []],
    ] as const) {
      assert.deepEqual(words(text), found, text);
    }
  });

  it("takes the labels of AWS's names alone for hosts, the first three", () => {
    const labels = (text: string) => parseQuery(text)[0]?.labels.length;
    assert.equal(labels("a.b.cache.amazonaws.com"), 5);
    assert.equal(labels("a.b.cache.amazonaws.com.cn"), 6);
    assert.equal(labels("a.b.example.com"), 0);
    assert.ok(finds("x.y.sessions.usw2.cache.amazonaws.com", cache));
    assert.ok(!finds("x.y.z.sessions.cache.amazonaws.com", { ...cache, terms: [], shown: "" }));
  });

  for (const [query, isFound] of [
    ["10.1.2.3", true],
    ["10.1.2.3:6379", true],
    ["10.1.2.0/24", true],
    ["10.2.0.1", false],
    ["10.0.0.0/8", false],
    ["2001:db8::7", true],
    ["2001:db9::7", false],
    ["sgr-0123 prod", true],
  ] as const) {
    it(`is ${isFound ? "" : "not "}the rule for ${query}`, () => {
      assert.equal(finds(query, rule), isFound);
    });
  }
});
