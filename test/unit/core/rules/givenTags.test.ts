import assert from "node:assert/strict";
import { givenTags } from "../../../../src/core/rules/givenTags";

const shape = "tags is to be an object of texts, or a list of Key and Value";
const key = (text: string) =>
  `A tag's key has 1 to 128 characters and does not start with aws:; this is ${text}`;
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, ""]));

describe("tags as a caller gives them", () => {
  for (const [name, value, tags] of [
    ["nothing", undefined, undefined],
    ["an object", { team: "shop", empty: "" }, { team: "shop", empty: "" }],
    ["an empty object", {}, {}],
    ["the API's list", [{ Key: "team", Value: "shop" }, { Key: "bare" }], { team: "shop", bare: "" }],
    ["an empty list", [], {}],
    ["the longest key", { ["k".repeat(128)]: "" }, { ["k".repeat(128)]: "" }],
    ["the longest value", { k: "v".repeat(256) }, { k: "v".repeat(256) }],
    ["aws: within a key", { "my-aws:tag": "" }, { "my-aws:tag": "" }],
    ["fifty", many(50), many(50)],
  ] as const) {
    it(`are read: ${name}`, () => assert.deepEqual(givenTags(value), { ok: true, tags }));
  }

  for (const [name, value, message] of [
    ["a text", "team=shop", shape],
    ["a number", 7, shape],
    ["null", null, shape],
    ["an object with a number", { team: 7 }, shape],
    ["a list of texts", ["team"], shape],
    ["a list with null", [null], shape],
    ["a list of lists", [["team", "shop"]], shape],
    ["a list without keys", [{ Value: "shop" }], shape],
    ["a list with a number", [{ Key: "team", Value: 7 }], shape],
    ["a list, one of which is wrong", [{ Key: "team", Value: "shop" }, { Key: 7 }], shape],
    ["an empty key", { "": "shop" }, key("empty")],
    ["a key that is too long", { ["k".repeat(129)]: "" }, key("k".repeat(129))],
    ["AWS's own key", { "aws:team": "" }, key("aws:team")],
    ["AWS's own key in capitals", { "AWS:team": "" }, key("AWS:team")],
    [
      "a value that is too long",
      { team: "v".repeat(257) },
      "A tag's value has at most 256 characters; that of team has 257",
    ],
    ["fifty-one", many(51), "A rule has at most 50 tags; these are 51"],
  ] as const) {
    it(`are refused: ${name}`, () => assert.deepEqual(givenTags(value), { ok: false, message }));
  }
});
